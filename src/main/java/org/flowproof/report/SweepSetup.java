package org.flowproof.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.data.SampleLaw;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.PointResult;

/** The section that says what was swept, completely enough to do it again. */
final class SweepSetup {
  /** Axes with more values than this are told by their ends. */
  private static final int LISTED = 24;

  private final SweepDocument document;
  private final NumberMacros numbers;
  private final Problem problem;
  private final Set<String> varied;
  private final List<List<String>> rows = new ArrayList<>();

  private SweepSetup(SweepDocument document) {
    this.document = document;
    this.numbers = document.numbers();
    this.problem = document.input().base().problem();
    this.varied = document.table().axes().stream().map(Axis::name).collect(Collectors.toSet());
  }

  static Map<String, Object> model(SweepDocument document) {
    SweepSetup setup = new SweepSetup(document);
    Map<String, Object> map = document.apparatus().model();
    map.put("notes", LatexText.prose(document.table().notes()));
    map.put("axes", document.table().axes().stream().map(SweepSetup::axis).toList());
    setup.data();
    setup.network();
    setup.dynamics();
    setup.work();
    map.put("rows", setup.rows);
    map.put("seeded", setup.varied.stream().anyMatch(name -> name.endsWith("seed")));
    map.put("partial", setup.missing() > 0);
    map.put("missing", setup.numbers.count("missing", setup.missing()));
    return map;
  }

  private static List<String> axis(Axis axis) {
    return List.of(
        "$" + SweepDocument.symbol(axis.name()) + "$",
        axis.keys().stream().map(LatexText::code).collect(Collectors.joining(", ")),
        values(axis));
  }

  private static String values(Axis axis) {
    int count = axis.values().size();
    String first = SweepDocument.value(axis.values().get(0));
    String last = SweepDocument.value(axis.values().get(count - 1));
    if (count > 2 && consecutive(axis)) {
      return first + " to " + last + " (all " + count + " whole numbers)";
    }
    if (count > LISTED) {
      return first + " to " + last + " (" + count + " values)";
    }
    return axis.values().stream().map(SweepDocument::value).collect(Collectors.joining(", "));
  }

  private static boolean consecutive(Axis axis) {
    List<Double> all = axis.numbers().orElse(List.of(0.5));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) != Math.rint(all.get(i)) || all.get(i) != all.get(0) + i) {
        return false;
      }
    }
    return true;
  }

  private void row(String label, String value) {
    rows.add(List.of(label, value));
  }

  /** The number, or that it is on an axis. */
  private String unless(String axis, Supplier<String> text) {
    return varied.contains(axis) ? "on an axis" : text.get();
  }

  private void data() {
    var sampled = document.input().base().draws().data();
    if (sampled.isEmpty()) {
      row("data", LatexText.prose(problem.data().origin()));
      return;
    }
    SampleLaw law = sampled.get().law();
    row(
        "samples",
        "standard normal in $\\mathbb{R}^d$"
            + (law.band() > 0 || varied.contains("band")
                ? ", drawn again until $\\lvert\\langle x, \\beta\\rangle\\rvert \\ge c \\lVert"
                    + " x\\rVert$ (band law); $c$: "
                    + unless("band", () -> numbers.real("band", law.band(), 6))
                : "")
            + (sampled.get().bias() ? "; the coordinate 1 is appended" : ""));
    row("number of samples $n$", unless("samples", () -> numbers.count("samples", law.samples())));
    row(
        "dimension $d$",
        unless("dimension", () -> numbers.count("dimension", law.beta().length())));
    row(
        "labels",
        "$y = \\langle\\beta, x\\rangle + \\sigma z$ with $z$ standard normal; $\\sigma$: "
            + unless("noise", () -> numbers.real("noise", law.noise(), 6)));
    row(
        "teacher $\\beta$",
        "$("
            + Arrays.stream(law.beta().toArray())
                .mapToObj(v -> Numbers.num(v, 6))
                .collect(Collectors.joining(", "))
            + ")$"
            + (varied.contains("dimension") ? " at the first point" : ""));
  }

  private void network() {
    row("neurons $m$", unless("width", () -> numbers.count("neurons", problem.network().width())));
    row(
        "network",
        "$h_\\theta(x) = \\sum_{j=1}^m a_j \\sigma(\\langle w_j, x\\rangle)$, $"
            + ProblemSection.activation(problem.network().activation(), numbers)
            + "$; "
            + (problem.network().trained() == Network.Trained.BOTH
                ? "both layers are trained"
                : "the hidden layer is trained"));
    row("loss", "$" + ProblemSection.loss(problem.loss()) + "$");
    var weights = document.input().base().draws().weights();
    if (weights.isEmpty()) {
      boolean swept = varied.contains("ratio") || varied.contains("scale");
      row(
          "initial weights",
          LatexText.prose(problem.initialOrigin()) + (swept ? ", at the first point" : ""));
    } else {
      row(
          "initial weights",
          unless("initialization", () -> weights.get().law().name().toLowerCase(Locale.ROOT))
              + (weights.get().law() == InitialLaw.SIGNS
                  ? " law, hidden weights times $\\lambda$"
                  : " law, times $\\lambda/\\sqrt m$"));
      row(
          "scale $\\lambda$",
          unless("scale", () -> numbers.real("scale", weights.get().scale(), 6)));
    }
  }

  private void dynamics() {
    Dynamics dynamics = problem.dynamics();
    if (dynamics instanceof Dynamics.Flow flow) {
      boolean kinks = problem.network().activation() instanceof Activation.Leaky;
      row("dynamics", "gradient flow" + (kinks ? ", minimal-norm element at the kinks" : ""));
      row(
          "relative tolerance",
          unless("tolerance", () -> numbers.real("tolerance", flow.relativeTolerance(), 3)));
      row("integrator", unless("integrator", () -> flow.method().name().toLowerCase(Locale.ROOT)));
    } else if (dynamics instanceof Dynamics.Descent descent) {
      row("dynamics", "gradient descent");
      row("step $\\eta$", unless("step", () -> numbers.real("step", descent.step(), 6)));
    }
    Dynamics.StopRule stop = dynamics.stop();
    row(
        "stop",
        "at time "
            + unless("time", () -> numbers.real("stop-time", stop.time(), 6))
            + (stop.gradientNorm() > 0
                ? ", when the norm of the velocity falls to "
                    + numbers.real("stop-gradient", stop.gradientNorm(), 3)
                : "")
            + (stop.loss() > 0
                ? ", when the loss is at most " + numbers.real("stop-loss", stop.loss(), 3)
                : "")
            + ", or after "
            + numbers.count("stop-evaluations", stop.evaluations())
            + " evaluations of the vector field");
    TreeSet<Variation> asked = new TreeSet<>(document.input().variations());
    row(
        "second runs of each point",
        document.input().recovery().isPresent()
            ? "none"
            : asked.isEmpty()
                ? "none: no ending was tested"
                : asked.stream().map(SweepSetup::words).collect(Collectors.joining("; ")));
  }

  private static String words(Variation variation) {
    return switch (variation) {
      case SCALE -> "scale $\\lambda^2$ in place of $\\lambda$, for twice the time";
      case TOLERANCE -> "a tenth of the tolerance, or half the step";
      case HORIZON -> "twice the time";
    };
  }

  private long count(PointResult.Status status) {
    return document.table().results().stream().filter(r -> r.status() == status).count();
  }

  private long missing() {
    return document.table().size() - document.table().results().size();
  }

  private void work() {
    List<PointResult> results = document.table().results();
    long decided = results.stream().filter(PointResult::isDecided).count();
    long done = count(PointResult.Status.DONE);
    row(
        "points",
        numbers.count("points", document.table().size())
            + " in the grid: "
            + numbers.count("decided", decided)
            + " with a known ending, "
            + numbers.count("undecided", done - decided)
            + " judged "
            + Ending.UNKNOWN.words()
            + ", "
            + numbers.count("failed", count(PointResult.Status.FAILED))
            + " failed, "
            + numbers.count("timed-out", count(PointResult.Status.TIMED_OUT))
            + " out of time, "
            + numbers.count("missing", missing())
            + " without a result");
    double[] seconds = results.stream().mapToDouble(PointResult::seconds).sorted().toArray();
    if (seconds.length > 0) {
      row(
          "computing time",
          numbers.real("hours", Arrays.stream(seconds).sum() / 3600, 3)
              + " hours, summed over the points; a point took at most "
              + numbers.real("longest", seconds[seconds.length - 1], 3)
              + " seconds, half of them less than "
              + numbers.real("median-time", seconds[seconds.length / 2], 3));
    }
    row(
        "code",
        LatexText.code(document.input().version())
            + ", the start of a hash of the classes that compute a point");
  }
}
