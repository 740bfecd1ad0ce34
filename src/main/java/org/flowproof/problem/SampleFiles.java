package org.flowproof.problem;

import java.util.List;
import org.flowproof.problem.data.ClassLabel;
import org.flowproof.problem.data.CsvTable;
import org.flowproof.problem.data.IdxArray;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.NpyArray;
import org.flowproof.problem.data.SampleSink;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Hands over the samples of the files that a section {@code data} names, one after the other. */
final class SampleFiles {
  /** The kinds of files, by their keys. */
  static final List<String> KINDS = List.of("csv", "npy", "idx");

  private final StrictMap data;
  private final DataFiles files;

  /**
   * @param data the section
   * @param files what reads them
   */
  SampleFiles(StrictMap data, DataFiles files) {
    this.data = data;
    this.files = files;
  }

  /**
   * Hands over all samples in the order of the file.
   *
   * @param kind one of {@link #KINDS}
   * @throws InputException when a file is missing, damaged or holds something else
   */
  void read(String kind, SampleSink sink) {
    StrictValue source = data.get(kind);
    switch (kind) {
      case "csv" -> csv(source, sink);
      case "npy" -> npy(source.map().allow(CaseKeys.NPY), sink);
      case "idx" -> idx(source.map().allow(CaseKeys.IDX), sink);
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private void csv(StrictValue source, SampleSink sink) {
    Located reference = source.located();
    boolean header = data.bool("header", true);
    CsvTable table = CsvTable.open(files.bytes(reference), DataFiles.path(reference), header);
    int label = labelColumn(table, header);
    if (table.columns().size() == 1) {
      throw source.refuse("a table with one column", "at least one column beside the label");
    }
    holding(reference, () -> table.read(label, sink));
  }

  private int labelColumn(CsvTable table, boolean header) {
    StrictValue label = data.get("label");
    if (!header) {
      return (int) label.integer(1, table.columns().size()) - 1;
    }
    int at = table.columns().indexOf(label.text());
    if (at < 0) {
      throw label.refuse(
          "no such column: '" + label.text() + "'",
          "one of " + String.join(", ", table.columns()),
          NearestName.of(label.text(), table.columns()));
    }
    return at;
  }

  private void npy(StrictMap npy, SampleSink sink) {
    Matrix x = array(npy, "x", 2).values();
    Matrix y = array(npy, "y", 1).values();
    if (x.rows() != y.rows()) {
      throw npy.get("y").refuse(y.rows() + " labels", x.rows() + ", one a sample");
    }
    holding(
        npy.located("x"),
        () -> {
          for (int k = 0; k < x.rows(); k++) {
            if (sink.offer(ClassLabel.of(y.get(k, 0)))) {
              sink.put(x.row(k));
            }
          }
        });
  }

  private NpyArray array(StrictMap npy, String key, int dimensions) {
    Located reference = npy.located(key);
    NpyArray array;
    try {
      array = NpyArray.parse(files.bytes(reference));
    } catch (IllegalArgumentException e) {
      throw DataFiles.refuse(
          reference, e, "an NPY file of version 1 or 2 with finite numbers of type <f4 or <f8");
    }
    if (array.dimensions() != dimensions) {
      throw reference.refuse(
          reference.text() + ": an array of " + array.dimensions() + " dimensions",
          dimensions == 2 ? "shape (n, d)" : "shape (n,)");
    }
    return array;
  }

  private void idx(StrictMap idx, SampleSink sink) {
    IdxArray images = idxArray(idx, "images");
    IdxArray labels = idxArray(idx, "labels");
    if (images.count() != labels.count()) {
      throw idx.get("labels").refuse(labels.count() + " labels", images.count() + ", one an image");
    }
    for (int k = 0; k < images.count(); k++) {
      int at = k;
      double[] label = new double[1];
      holding(idx.located("labels"), () -> label[0] = labels.item(at)[0]);
      if (sink.offer(ClassLabel.of(label[0]))) {
        holding(idx.located("images"), () -> sink.put(images.item(at)));
      }
    }
  }

  private IdxArray idxArray(StrictMap idx, String key) {
    Located reference = idx.located(key);
    boolean isImages = key.equals("images");
    IdxArray array;
    try {
      array = IdxArray.parse(files.bytes(reference));
    } catch (IllegalArgumentException e) {
      throw DataFiles.refuse(
          reference,
          e,
          "an IDX file such as MNIST's train-" + key + "-idx" + (isImages ? 3 : 1) + "-ubyte");
    }
    if (isImages ? array.rank() < 2 : array.rank() != 1) {
      throw reference.refuse(
          reference.text() + ": an array of " + array.rank() + " dimensions",
          isImages ? "2 or more: images, then rows, columns" : "1: a label for each image");
    }
    return array;
  }

  /** Says of which file it is that something cannot be kept. */
  private static void holding(Located reference, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      throw DataFiles.refuse(
          reference,
          e,
          "finite numbers, at most "
              + LabelledSamples.MAX_ENTRIES
              + " of them; 'select' takes a part");
    }
  }
}
