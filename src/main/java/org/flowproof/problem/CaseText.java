package org.flowproof.problem;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A problem as the text of a case file: data and weights given with every digit, so that reading it
 * gives the same problem again.
 */
public final class CaseText {
  private static final int WIDTH = 96;

  private final StringBuilder text = new StringBuilder();

  private CaseText() {}

  /**
   * The text of a case about one claim.
   *
   * @param id of the case, such as {@code counterexamples/growth}
   * @param title one line
   * @param notes plain text without line breaks
   * @param problem its squared labels and weights are written as they are
   * @param claim id of the claim
   * @param verdict expected of it
   */
  public static String of(
      String id, String title, String notes, Problem problem, String claim, String verdict) {
    CaseText writer = new CaseText();
    writer.line("format: 1");
    writer.line("case: " + id);
    writer.line("title: " + quoted(title));
    writer.line("notes: >-");
    writer.folded(notes);
    writer.problem(problem);
    writer.line("check:");
    writer.line("  - {claim: " + claim + ", expect: " + verdict + "}");
    return writer.text.toString();
  }

  private void problem(Problem problem) {
    line("data:");
    line("  x: " + rows(problem.data().x()));
    line("  y: " + list(problem.data().y().toArray()));
    line(
        "network: {width: "
            + problem.network().width()
            + ", activation: "
            + activation(problem.network().activation())
            + ", trained: "
            + problem.network().trained().text()
            + atZero(problem.network().activation())
            + "}");
    line(
        "loss: {kind: "
            + problem.loss().kind().text()
            + ", factor: "
            + quoted(problem.loss().factor().text())
            + "}");
    line("initialization:");
    line("  given:");
    line("    a: " + list(problem.initial().a().toArray()));
    line("    w: " + rows(problem.initial().w()));
    line("dynamics:");
    if (problem.dynamics() instanceof Dynamics.Flow flow) {
      line("  kind: flow");
      if (flow.residual() == Dynamics.Residual.LABELS) {
        line("  residual: labels");
      }
      line("  tolerance: " + number(flow.relativeTolerance()));
    } else {
      line("  kind: descent");
      if (((Dynamics.Descent) problem.dynamics()).method() == Dynamics.Method.COEFFICIENTS) {
        line("  integrator: coefficients");
      }
      line("  step: " + number(((Dynamics.Descent) problem.dynamics()).step()));
    }
    line("  stop: {time: " + number(problem.dynamics().stop().time()) + "}");
  }

  private static String activation(Activation activation) {
    if (activation instanceof Activation.Smooth smooth) {
      return quoted(smooth.function().text());
    }
    double slope = ((Activation.Leaky) activation).slope();
    return slope == 0 ? "relu" : "{leaky: " + number(slope) + "}";
  }

  private static String atZero(Activation activation) {
    return activation instanceof Activation.Leaky leaky && leaky.derivativeAtZero() != leaky.slope()
        ? ", derivative-at-zero: " + number(leaky.derivativeAtZero())
        : "";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void folded(String notes) {
    StringBuilder line = new StringBuilder(" ");
    for (String word : notes.strip().split("\\s+")) {
      if (line.length() + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    line(line.toString());
  }

  private static String rows(Matrix matrix) {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (int k = 0; k < matrix.rows(); k++) {
      rows.add(list(matrix.row(k)));
    }
    return rows.toString();
  }

  private static String list(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(CaseText::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The shortest decimal that reads as this double. */
  private static String number(double value) {
    String text = Double.toString(value).replace('E', 'e');
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0e", "e");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
