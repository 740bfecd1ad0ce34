package org.flowproof.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.flow.Event;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** The section that says what was computed: data, network, loss, initial weights, run. */
final class ProblemSection {
  /** Data sets up to this size are printed in full. */
  private static final int PRINTED_SAMPLES = 12;

  private static final int PRINTED_COORDINATES = 6;

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
    map.put("bothLayers", problem.network().trained() == Network.Trained.BOTH);
    map.put("loss", loss(problem.loss()));
    map.put("residual", residual(problem.loss()));
    initial(document, map);
    dynamics(document, map);
    run(document, map);
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

  private static String activation(Activation activation, NumberMacros numbers) {
    if (activation instanceof Activation.Leaky leaky) {
      return leaky.slope() == 0
          ? "\\sigma(z) = \\max(z, 0)"
          : "\\sigma(z) = \\max(z, \\alpha z), \\quad \\alpha = "
              + numbers.real("slope", leaky.slope(), 6);
    }
    return "\\sigma(z) = \\tanh z";
  }

  private static String loss(Loss loss) {
    String factor =
        switch (loss.factor()) {
          case HALF_MEAN -> "\\frac{1}{2n}";
          case MEAN -> "\\frac{1}{n}";
          case HALF_SUM -> "\\frac{1}{2}";
          case SUM -> "";
        };
    return "L(\\theta) = "
        + factor
        + (loss.kind() == Loss.Kind.SQUARED
            ? "\\sum_{k=1}^{n} \\bigl(y_k - h_\\theta(x_k)\\bigr)^2"
            : "\\sum_{k=1}^{n} \\log\\bigl(1 + e^{-y_k h_\\theta(x_k)}\\bigr)");
  }

  private static String residual(Loss loss) {
    if (loss.kind() == Loss.Kind.LOGISTIC) {
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
      map.put("citeMethod", document.cite("hairer-norsett-wanner-1993"));
      map.put("citeLibrary", document.cite("hipparchus"));
    } else if (dynamics instanceof Dynamics.Descent g) {
      map.put("step", numbers.real("step-size", g.step(), 6));
    }
    List<String> rules = new ArrayList<>();
    rules.add("at time " + numbers.real("stop-time", stop.time(), 6));
    if (stop.gradientNorm() > 0) {
      rules.add(
          "when the norm of the velocity falls to "
              + numbers.real("stop-gradient", stop.gradientNorm(), 3));
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

  private static void run(Document document, Map<String, Object> map) {
    Trajectory trajectory = document.input().trajectory();
    NumberMacros numbers = document.numbers();
    double end = trajectory.endTime();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("end of the run", "$T = " + numbers.real("end-time", end, 8) + "$"));
    rows.add(row("reason", stopReason(trajectory.stopReason())));
    for (String name : List.of("loss", "mse", "N")) {
      double value = document.readings().at(Readings.parse(name + "[t]"), Map.of(), end);
      String label =
          switch (name) {
            case "loss" -> "loss $L(T)$";
            case "mse" -> "mean squared error $\\frac1n\\sum_k r_k(T)^2$";
            default -> "total squared output weight $N(T)$";
          };
      rows.add(row(label, numbers.real("final-" + name, value, 8)));
    }
    rows.add(row("events", events(trajectory, numbers)));
    Trajectory.Cost cost = trajectory.cost();
    rows.add(
        row(
            "cost",
            numbers.count("evaluations", cost.evaluations())
                + " evaluations, "
                + numbers.count("steps", cost.steps())
                + " steps"));
    rows.add(row("numerical error", LatexText.prose(trajectory.errorMethod())));
    rows.add(row("largest error at the end", largestError(trajectory, numbers)));
    map.put("run", rows);
    map.put("uniqueness", uniqueness(trajectory, numbers));
  }

  private static List<String> row(String label, String value) {
    return List.of(label, value);
  }

  private static String largestError(Trajectory trajectory, NumberMacros numbers) {
    var state = trajectory.at(trajectory.endTime());
    double a = 0;
    double w = 0;
    for (int j = 0; j < trajectory.problem().network().width(); j++) {
      a = Math.max(a, state.errorOfA(j));
      w = Math.max(w, state.errorOfW(j));
    }
    return numbers.real("error-a", a, 2)
        + " in an output weight, "
        + numbers.real("error-w", w, 2)
        + " in a coordinate of a hidden weight";
  }

  private static String stopReason(Trajectory.StopReason reason) {
    return switch (reason) {
      case END_TIME -> "the end time was reached";
      case GRADIENT_NORM -> "the velocity fell below its bound";
      case EVENT -> "the first event";
      case EVALUATION_LIMIT -> "the limit on evaluations was reached";
      case NUMERICAL_FAILURE -> "the integrator failed; everything later is missing";
      case NOT_UNIQUE -> "no further solution can be selected";
    };
  }

  private static String events(Trajectory trajectory, NumberMacros numbers) {
    Map<Event.Kind, Integer> counts = new EnumMap<>(Event.Kind.class);
    trajectory.events().forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return "none";
    }
    List<String> words = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          String key = "events-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
          words.add(numbers.count(key, count) + "~" + eventWord(kind, count));
        });
    return String.join(", ", words);
  }

  private static String eventWord(Event.Kind kind, int count) {
    String word =
        switch (kind) {
          case CROSS -> "crossing";
          case SLIDE_START -> "start of sliding";
          case SLIDE_END -> "end of sliding";
          case STOP -> "neuron coming to rest";
          case GRAZE -> "grazing";
          case LEAVE -> "departure from a kink";
          case SWITCH -> "change of sign";
        };
    if (count == 1) {
      return word;
    }
    return switch (kind) {
      case CROSS, GRAZE -> word + "s";
      case SLIDE_START -> "starts of sliding";
      case SLIDE_END -> "ends of sliding";
      case STOP -> "neurons coming to rest";
      case LEAVE -> "departures from a kink";
      case SWITCH -> "changes of sign";
    };
  }

  private static String uniqueness(Trajectory trajectory, NumberMacros numbers) {
    return trajectory
        .nonUniqueness()
        .map(
            u ->
                "From $t = "
                    + numbers.real("not-unique-from", u.time(), 8)
                    + "$ on the solution is one of several ("
                    + cause(u.cause())
                    + "; neuron "
                    + u.neuron()
                    + ", sample "
                    + u.sample()
                    + "). The run follows the one of smallest velocity, and every statement about"
                    + " later times speaks of that one.")
        .orElse("No event of the run leaves a choice: the solution is the only one.");
  }

  private static String cause(Trajectory.NonUniqueness.Cause cause) {
    return switch (cause) {
      case STARTS_ON_REPELLING_KINK -> "a neuron starts on a kink that repels it";
      case GRAZES_CONCAVE_KINK -> "a neuron grazes a concave kink";
      case RESTING_NEURON_MAY_LEAVE -> "a resting neuron may stay or leave";
      case SIMULTANEOUS_KINKS -> "several kinks are met at once";
    };
  }
}
