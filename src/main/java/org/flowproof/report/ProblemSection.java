package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;

/** The section that says what was computed: data, network, loss, initial weights, run. */
final class ProblemSection {
  /** Data sets up to this size are printed in full. */
  private static final int PRINTED_SAMPLES = 12;

  private static final int PRINTED_COORDINATES = 6;

  private static final String REFERENCE = new ReferenceIntegrator().name();

  private ProblemSection() {}

  static Map<String, Object> model(Document document) {
    Trajectory trajectory = document.input().trajectory();
    Problem problem = trajectory.problem();
    NumberMacros numbers = document.numbers();
    Map<String, Object> map = document.model();
    map.put("title", LatexText.prose(document.input().title()));
    map.put("notes", LatexText.prose(document.input().notes()));
    map.put("n", numbers.count("samples", problem.data().n()));
    map.put("d", numbers.count("dimension", problem.data().d()));
    map.put("m", numbers.count("neurons", problem.network().width()));
    data(problem.data(), map);
    map.put("activation", activation(problem.network().activation(), numbers));
    map.put("smooth", problem.network().activation() instanceof Activation.Smooth);
    map.put("bothLayers", problem.network().trained() == Network.Trained.BOTH);
    map.put("loss", loss(problem.loss()));
    map.put("residual", residual(problem.loss()));
    initial(document, map);
    dynamics(document, map);
    RunSummary.add(document, map);
    return map;
  }

  private static void data(DataSet data, Map<String, Object> map) {
    map.put("origin", LatexText.prose(data.origin()));
    map.put("bias", hasBias(data));
    boolean printed = data.n() <= PRINTED_SAMPLES && data.d() <= PRINTED_COORDINATES;
    map.put("printed", printed);
    List<String> heads = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    if (printed) {
      for (int i = 0; i < data.d(); i++) {
        heads.add("x_{k," + (i + 1) + "}");
      }
      for (int k = 0; k < data.n(); k++) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(k + 1));
        for (int i = 0; i < data.d(); i++) {
          row.add(Numbers.num(data.x().get(k, i), 8));
        }
        row.add(Numbers.num(data.y().get(k), 8));
        rows.add(row);
      }
    }
    map.put("columns", "r" + "r".repeat(heads.size()) + "r");
    map.put("heads", heads);
    map.put("rows", rows);
  }

  /** Whether the last coordinate is 1 for every sample, so that it acts as a bias. */
  static boolean hasBias(DataSet data) {
    for (int k = 0; k < data.n(); k++) {
      if (data.x().get(k, data.d() - 1) != 1) {
        return false;
      }
    }
    return data.d() >= 2;
  }

  static String activation(Activation activation, NumberMacros numbers) {
    if (activation instanceof Activation.Leaky leaky) {
      return leaky.slope() == 0
          ? "\\sigma(z) = \\max(z, 0)"
          : "\\sigma(z) = \\max(z, \\alpha z), \\quad \\alpha = "
              + numbers.real("slope", leaky.slope(), 6);
    }
    SmoothFunction function = ((Activation.Smooth) activation).function();
    return "\\sigma(z) = "
        + new LatexPrinter(SmoothFunction.vocabulary()).print(function.formula());
  }

  static String loss(Loss loss) {
    String factor =
        switch (loss.factor()) {
          case HALF_MEAN -> "\\frac{1}{2n}";
          case MEAN -> "\\frac{1}{n}";
          case HALF_SUM -> "\\frac{1}{2}";
          case SUM -> "";
        };
    return "L(\\theta) = "
        + factor
        + switch (loss.kind()) {
          case SQUARED -> "\\sum_{k=1}^{n} \\bigl(y_k - h_\\theta(x_k)\\bigr)^2";
          case LOGISTIC -> "\\sum_{k=1}^{n} \\log\\bigl(1 + e^{-y_k h_\\theta(x_k)}\\bigr)";
          case EXPONENTIAL -> "\\sum_{k=1}^{n} e^{-y_k h_\\theta(x_k)}";
        };
  }

  private static String residual(Loss loss) {
    if (loss.kind() != Loss.Kind.SQUARED) {
      return "r_k = -n\\,\\frac{\\partial L}{\\partial h_\\theta(x_k)}";
    }
    String factor =
        switch (loss.factor()) {
          case HALF_MEAN -> "";
          case MEAN -> "2";
          case HALF_SUM -> "n";
          case SUM -> "2n";
        };
    return factor.isEmpty()
        ? "r_k = y_k - h_\\theta(x_k)"
        : "r_k = " + factor + "\\bigl(y_k - h_\\theta(x_k)\\bigr)";
  }

  private static void initial(Document document, Map<String, Object> map) {
    Problem problem = document.input().trajectory().problem();
    NumberMacros numbers = document.numbers();
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double mass = 0;
    int positive = 0;
    int negative = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      double a = problem.initial().a().get(j);
      double square = 0;
      for (double w : problem.initial().w().row(j)) {
        square += w * w;
      }
      smallest = Math.min(smallest, a * a - square);
      largest = Math.max(largest, a * a - square);
      mass += a * a;
      positive += a > 0 ? 1 : 0;
      negative += a < 0 ? 1 : 0;
    }
    map.put("initialOrigin", LatexText.prose(problem.initialOrigin()));
    map.put("initialMass", numbers.real("initial-mass", mass, 4));
    map.put("positive", numbers.count("positive-neurons", positive));
    map.put("negative", numbers.count("negative-neurons", negative));
    // rounding of the squares alone gives differences of this size
    double rounding = 1e-12 * mass;
    String balance;
    if (Math.max(Math.abs(smallest), Math.abs(largest)) <= rounding) {
      balance = "balanced, $a_j(0)^2 = \\lVert w_j(0)\\rVert^2$ for every neuron (to rounding)";
    } else {
      balance =
          (smallest >= -rounding
                  ? "dominated by their output weights, "
                  : "neither balanced nor dominated by their output weights, ")
              + "$a_j(0)^2 - \\lVert w_j(0)\\rVert^2$ lies between "
              + numbers.real("smallest-imbalance", smallest, 3)
              + " and "
              + numbers.real("largest-imbalance", largest, 3);
    }
    map.put("balance", balance);
  }

  /** Only what is printed is cited. */
  private static void method(Document document, Map<String, Object> map) {
    String integrator = document.input().integrator().name();
    map.put("integrator", integrator);
    map.put("integratorName", LatexText.prose(integrator));
    if (integrator.equals(REFERENCE)) {
      map.put("citeMethod", document.cite("hairer-norsett-wanner-1993"));
      map.put("citeLibrary", document.cite("hipparchus"));
    }
  }

  private static void dynamics(Document document, Map<String, Object> map) {
    Dynamics dynamics = document.input().trajectory().problem().dynamics();
    NumberMacros numbers = document.numbers();
    Dynamics.StopRule stop = dynamics.stop();
    boolean flow = dynamics instanceof Dynamics.Flow;
    map.put("flow", flow);
    map.put(
        "earlyAlignment",
        dynamics instanceof Dynamics.Flow f && f.residual() == Dynamics.Residual.LABELS);
    if (dynamics instanceof Dynamics.Flow f) {
      map.put("tolerance", numbers.real("tolerance", f.relativeTolerance(), 3));
      map.put("citeFilippov", document.cite("filippov-1988"));
    } else if (dynamics instanceof Dynamics.Descent g) {
      map.put("step", numbers.real("step-size", g.step(), 6));
    }
    method(document, map);
    List<String> rules = new ArrayList<>();
    rules.add("at time " + numbers.real("stop-time", stop.time(), 6));
    if (stop.gradientNorm() > 0) {
      rules.add(
          "when the norm of the velocity falls to "
              + numbers.real("stop-gradient", stop.gradientNorm(), 3));
    }
    if (stop.loss() > 0) {
      rules.add("when the loss is at most " + numbers.real("stop-loss", stop.loss(), 3));
    }
    if (stop.atFirstEvent()) {
      rules.add("at the first event");
    }
    rules.add(
        "after "
            + numbers.count("stop-evaluations", stop.evaluations())
            + " evaluations of the vector field");
    map.put(
        "stopRules",
        String.join(", ", rules.subList(0, rules.size() - 1))
            + (rules.size() > 2 ? "," : "")
            + " or "
            + rules.get(rules.size() - 1));
  }
}
