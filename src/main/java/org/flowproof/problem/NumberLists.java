package org.flowproof.problem;

import java.util.List;
import org.flowproof.problem.yaml.StrictValue;

/** Vectors and matrices written as lists in a case file. */
final class NumberLists {
  private NumberLists() {}

  /** A list of numbers, possibly empty. */
  static Vec vector(StrictValue value) {
    return Vec.of(value.list().stream().mapToDouble(StrictValue::number).toArray());
  }

  /** A list of lists of numbers, all of one length; a ragged row is refused where it stands. */
  static Matrix matrix(StrictValue value) {
    List<StrictValue> rows = value.list();
    double[][] entries = new double[rows.size()][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = vector(rows.get(i)).toArray();
      if (entries[i].length != entries[0].length) {
        throw rows.get(i)
            .refuse(
                "a row of " + entries[i].length + " numbers",
                entries[0].length + " numbers, as in the first row");
      }
    }
    return Matrix.of(entries);
  }
}
