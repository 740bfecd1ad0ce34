package org.flowproof.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flowproof.check.Finding;
import org.flowproof.exposition.Words;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Problem;

/** The figures over time: loss, alignment, norms against their bounds, and those of the case. */
final class TimeFigures {
  /** More curves than this in one figure cannot be told apart. */
  static final int MOST_CURVES = 40;

  /** The cosine between a hidden weight and its early-alignment pull. */
  private static final String ALIGNMENT =
      "Sum[w[j,i,t]*D0[j,i,t], {i, d}]/Sqrt[normW2[j,t]*normD02[j,t]]";

  private static final List<String> PALETTE =
      List.of("fporange", "fpgreen", "fppurple", "fpgrey", "fpblue");

  private final Document document;
  private final double[] times;
  private final double[] early;

  /**
   * @param times over the whole run
   * @param early until the loss has settled
   */
  TimeFigures(Document document, double[] times, double[] early) {
    this.document = document;
    this.times = times;
    this.early = early;
  }

  Figure loss() {
    Term loss = Readings.parse("loss[t]");
    double largest = Arrays.stream(early).map(t -> read(loss, Map.of(), t)).max().orElse(1);
    double last = read(loss, Map.of(), end());
    return new Curves("loss", "$L(t)$", largest > 30 * last)
        .add("loss", "fpblue, thick", "", t -> read(loss, Map.of(), t))
        .on(
            early,
            "The loss; at the end of the run it is $L(T) = "
                + document.numbers().real("final-loss", last, 8)
                + "$."
                + cut());
  }

  /** Says so when a picture ends before the run. */
  private String cut() {
    double shown = early[early.length - 1];
    return shown < end()
        ? " The picture ends at $t = "
            + document.numbers().real("window", shown, 4)
            + "$, the run at $T = "
            + document.numbers().real("end-time", end(), 8)
            + "$."
        : "";
  }

  Figure alignment() {
    Problem problem = document.input().trajectory().problem();
    Term cosine = Readings.parse(ALIGNMENT, Map.of("j", IndexKind.NEURON));
    int width = problem.network().width();
    int[] neurons = spread(width);
    Curves curves =
        new Curves("alignment", "$\\cos(w_j, D^0_j)$", false)
            .options("ymin=-1.08, ymax=1.08, ytick={-1,-0.5,0,0.5,1},");
    boolean up = false;
    boolean down = false;
    for (int j : neurons) {
      boolean positive = problem.initial().a().get(j - 1) > 0;
      boolean named = positive ? up : down;
      up |= positive;
      down |= !positive;
      // one entry of the legend for each sign; pgfplots skips curves marked so
      String style =
          (positive ? "fpblue" : "fporange, densely dashed")
              + ", opacity=0.7"
              + (named ? ", forget plot" : "");
      String legend = named ? "" : positive ? "$a_j > 0$" : "$a_j < 0$";
      curves.add("neuron_" + j, style, legend, t -> read(cosine, Map.of("j", j), t));
    }
    return curves.on(
        early,
        "Alignment of the neurons: the cosine between the hidden weight $w_j$ and"
            + " $D^0_j = \\frac1n\\sum_k s_{jk}\\, y_k\\, x_k$, the pull that the labels alone exert"
            + " at the neuron's activation pattern. A curve ends where its pull vanishes. "
            + shown(neurons.length, width)
            + cut());
  }

  private static String shown(int some, int all) {
    return some == all
        ? "All " + all + " neurons are shown."
        : "Of " + all + " neurons, " + some + " at equal spacing are shown.";
  }

  /** N against every bound on it that the claims, or the case, give. */
  Figure norm() {
    Term n = Readings.parse("N[t]");
    double largest = Arrays.stream(early).map(t -> read(n, Map.of(), t)).max().orElse(1);
    double ceiling = 30 * largest;
    Curves curves = new Curves("norm", "total squared output weight", true);
    curves.add("N", "fpblue, very thick", "$N(t)$", t -> read(n, Map.of(), t));
    List<Term> drawn = new ArrayList<>();
    List<String> claims = new ArrayList<>();
    for (Finding finding : document.input().findings()) {
      for (Term bound : boundsOnN(finding)) {
        String reference = document.claimReference(finding.claim().id());
        claims.add(reference);
        bound(curves, drawn, bound, reference);
      }
    }
    for (Plot plot : document.input().plots()) {
      if (isOf(plot, "N") && plot.bound().isPresent()) {
        bound(curves, drawn, Readings.parse(plot.bound().get().text()), "bound of the case");
      }
    }
    // the coordinates of a logarithmic axis are natural logarithms
    curves.options(
        "ymax="
            + Numbers.shortened(ceiling, 3)
            + ", restrict y to domain=-1000:"
            + Numbers.shortened(Math.log(ceiling) + 2, 4)
            + ",");
    return curves.on(
        early,
        "Growth of $N(t) = \\sum_j a_j(t)^2$"
            + (drawn.isEmpty()
                ? "."
                : " and the upper bounds on it"
                    + (claims.isEmpty() ? "" : " from " + Words.list(claims))
                    + ", as far as the picture reaches.")
            + cut());
  }

  /** Adds a bound unless the same curve is there already. */
  private void bound(Curves curves, List<Term> drawn, Term bound, String legend) {
    if (drawn.stream().anyMatch(other -> sameCurve(other, bound))) {
      return;
    }
    String colour = PALETTE.get(drawn.size() % PALETTE.size());
    drawn.add(bound);
    curves.add(
        "bound_" + drawn.size(), colour + ", thick, dashed", legend, t -> read(bound, Map.of(), t));
  }

  private boolean sameCurve(Term one, Term other) {
    return Arrays.stream(early)
        .allMatch(
            t -> {
              double a = read(one, Map.of(), t);
              double b = read(other, Map.of(), t);
              // differently written formulas agree to rounding, amplified by the exponential
              return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= 1e-9 * Math.abs(a);
            });
  }

  /** Whether a plot of the case shows what one of the standard figures shows. */
  static boolean isStandard(Plot plot) {
    return isOf(plot, "N") || (isOf(plot, "loss") && plot.bound().isEmpty());
  }

  private static boolean isOf(Plot plot, String name) {
    return plot.per() == Plot.Per.NONE
        && plot.scale() == Plot.Scale.LOG
        && Readings.parse(plot.quantity().text()).equals(Readings.parse(name));
  }

  /** Right-hand sides of {@code N[t] <= ...} in an applicable claim. */
  private static List<Term> boundsOnN(Finding finding) {
    List<Term> out = new ArrayList<>();
    if (finding.instances().applicable() == 0) {
      return out;
    }
    List<Proposition> parts =
        finding.claim().conclusion() instanceof Proposition.And and
            ? and.parts()
            : List.of(finding.claim().conclusion());
    for (Proposition part : parts) {
      if (part instanceof Proposition.Comparison c
          && (c.relation() == Proposition.Relation.LESS_OR_EQUAL
              || c.relation() == Proposition.Relation.LESS)
          && c.left() instanceof Term.Observed o
          && o.name().equals("N")
          && o.primes() == 0
          && new Term.Name("t").equals(o.time())) {
        out.add(Substitution.expand(c.right(), finding.claim().definitions()));
      }
    }
    return out;
  }

  /** A figure that the case asks for: a quantity, once or for each neuron or sample. */
  Figure asked(Plot plot, int number) {
    Map<String, IndexKind> free =
        switch (plot.per()) {
          case NONE -> Map.of();
          case NEURON -> Map.of("j", IndexKind.NEURON);
          case SAMPLE -> Map.of("k", IndexKind.SAMPLE);
        };
    Term term = Readings.parse(plot.quantity().text(), free);
    String symbol = "$" + document.printer().print(term) + "$";
    boolean wide = MathWidth.of(symbol) > 120;
    Curves curves =
        new Curves("plot-" + number, wide ? "" : symbol, plot.scale() == Plot.Scale.LOG);
    List<Map<String, Integer>> all = instances(free);
    int[] shown = spread(all.size());
    for (int i : shown) {
      Map<String, Integer> indices = all.get(i - 1);
      curves.add(
          "curve_" + i,
          "fpblue, thick" + (shown.length > 1 ? ", opacity=0.7" : ""),
          "",
          t -> read(term, indices, t));
    }
    if (plot.bound().isPresent()) {
      Term bound = Readings.parse(plot.bound().get().text(), free);
      for (int i : shown) {
        Map<String, Integer> indices = all.get(i - 1);
        curves.add("bound_" + i, "fporange, thick, dashed", "", t -> read(bound, indices, t));
      }
    }
    return curves.on(
        times,
        LatexText.prose(plot.title())
            + (plot.title().endsWith(".") ? "" : ".")
            + (wide ? " The quantity is " + symbol + "." : "")
            + (plot.bound().isPresent() ? " The bound is dashed." : "")
            + (shown.length < all.size()
                ? " Of " + all.size() + " curves, " + shown.length + " are shown."
                : ""));
  }

  private List<Map<String, Integer>> instances(Map<String, IndexKind> free) {
    List<Map<String, Integer>> out = new ArrayList<>(List.of(Map.of()));
    Problem problem = document.input().trajectory().problem();
    for (Map.Entry<String, IndexKind> index : free.entrySet()) {
      int size =
          switch (index.getValue()) {
            case NEURON -> problem.network().width();
            case SAMPLE -> problem.data().n();
            case COORDINATE -> problem.data().d();
          };
      List<Map<String, Integer>> longer = new ArrayList<>();
      for (Map<String, Integer> shorter : out) {
        for (int value = 1; value <= size; value++) {
          Map<String, Integer> map = new java.util.TreeMap<>(shorter);
          map.put(index.getKey(), value);
          longer.add(map);
        }
      }
      out = longer;
    }
    return out;
  }

  /** At most {@link #MOST_CURVES} indices from 1 to a size, equally spaced. */
  private static int[] spread(int size) {
    int count = Math.min(size, MOST_CURVES);
    return IntStream.range(0, count).map(i -> 1 + (int) ((long) i * size / count)).toArray();
  }

  private double read(Term term, Map<String, Integer> indices, double t) {
    return document.readings().at(term, indices, t);
  }

  private double end() {
    return document.input().trajectory().endTime();
  }
}
