package org.flowproof.check.alignment;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.check.Verdict;
import org.flowproof.flow.cones.ActivationCones;
import org.flowproof.flow.cones.ConeCount;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.ExpectedExtremal;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;

/** Holds number and position of the extremal vectors of data against those expected, exactly. */
public final class ExtremalCheck {
  private ExtremalCheck() {}

  /** Lists the cones of a problem's data and compares. */
  public static ExtremalResult of(Problem problem, ExpectedExtremal expected) {
    ActivationCones cones;
    try {
      cones = ActivationCones.of(problem);
    } catch (NoValueException e) {
      String reason = e.getMessage();
      return new ExtremalResult(0, List.of(), Verdict.UNKNOWN, Verdict.UNKNOWN, reason, reason);
    }
    List<ExpectedExtremal.Vector> found =
        cones.extremalVectors().stream().map(v -> vector(v, problem.data().x())).toList();
    int count = cones.cones().size();
    ConeCount counted = ConeCount.of(cones);
    if (!counted.consistent()) {
      String reason = "the list of cones is not complete: " + counted;
      return new ExtremalResult(count, found, Verdict.UNKNOWN, Verdict.UNKNOWN, reason, reason);
    }
    String vectors = difference(expected.vectors(), found);
    boolean same = count == expected.cones();
    return new ExtremalResult(
        count,
        found,
        same ? Verdict.HOLDS : Verdict.VIOLATED,
        vectors.isEmpty() ? Verdict.HOLDS : Verdict.VIOLATED,
        same ? "" : "there are " + count + ", expected " + expected.cones(),
        vectors);
  }

  private static ExpectedExtremal.Vector vector(ExtremalVector v, Matrix x) {
    StringBuilder signs = new StringBuilder();
    for (int k = 0; k < x.rows(); k++) {
      int sign = v.cone().sign(ExactVector.of(x.row(k)));
      signs.append(sign > 0 ? '+' : sign < 0 ? '-' : '0');
    }
    return new ExpectedExtremal.Vector(
        ExpectedExtremal.Kind.valueOf(v.shape().name()), signs.toString());
  }

  private static String difference(
      List<ExpectedExtremal.Vector> expected, List<ExpectedExtremal.Vector> found) {
    List<String> lines = new ArrayList<>();
    expected.stream()
        .filter(v -> !found.contains(v))
        .forEach(v -> lines.add("no " + v.kind().word() + " at " + v.signs()));
    found.stream()
        .filter(v -> !expected.contains(v))
        .forEach(v -> lines.add("a " + v.kind().word() + " at " + v.signs()));
    return String.join(", ", lines);
  }
}
