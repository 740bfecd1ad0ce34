package org.flowproof.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.flow.PlainReading;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.flow.stream.LiveView;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Problem;

/**
 * Formulas that are read while a run goes on. They may speak of the present and of time 0; what
 * lies between is not kept. Of wide networks only a few observables are read, without their errors.
 */
public final class LiveFormulas {
  private static final int MOST_COLUMNS = 10_000;
  private static final Map<String, IndexKind> INDICES =
      Map.of("j", IndexKind.NEURON, "k", IndexKind.SAMPLE, "i", IndexKind.COORDINATE);
  private static final Set<String> WHOLE_RUN = Set.of("endTime", "firstEvent", "lastEvent");

  private record Column(
      String name, Term formula, CompiledTerm<Ball> term, Map<String, Integer> indices) {}

  private final List<Column> columns = new ArrayList<>();

  private LiveFormulas() {}

  /**
   * Reads formulas between commas; one with the index j, k or i free gives a column for each
   * neuron, sample or coordinate.
   *
   * @param text such as {@code loss,N,h[k],a[1]}
   * @throws InputException when one is not in the language, cannot be read of a network so wide,
   *     reads an index that the problem does not have or a time that is not kept, or when there are
   *     too many columns
   */
  public static LiveFormulas of(String text, Problem problem) {
    LiveFormulas formulas = new LiveFormulas();
    Path place = Path.of("--observables");
    for (String part : split(text)) {
      formulas.add(new Located(part, place, 0, ""), INDICES, problem);
    }
    return formulas;
  }

  /**
   * The loss, the total squared output weight, the squared gradient norm, and what the case plots.
   *
   * @throws InputException as above
   */
  public static LiveFormulas of(CaseFile file) {
    LiveFormulas formulas = new LiveFormulas();
    Set<String> seen = new java.util.HashSet<>();
    for (String name : List.of("loss", "N", "gradNorm2")) {
      seen.add(name);
      formulas.add(new Located(name, file.path(), 0, ""), Map.of(), file.problem());
    }
    for (Plot plot : file.plots()) {
      List<Located> both = new ArrayList<>(List.of(plot.quantity()));
      plot.bound().ifPresent(both::add);
      for (Located one : both) {
        if (seen.add(one.text())) {
          formulas.add(one, CaseFormulas.indices(plot.per()), file.problem());
        }
      }
    }
    return formulas;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("[{(".indexOf(c) >= 0) {
        depth++;
      } else if ("]})".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin).strip());
    return parts;
  }

  private void add(Located text, Map<String, IndexKind> allowed, Problem problem) {
    Term term = CaseFormulas.term(text, allowed, IndexValues.sizes(problem));
    Set<String> names = Terms.names(term);
    refuseOtherTimes(text, term, names);
    WideFormulas.check(text, term, problem);
    Map<String, IndexKind> free = new LinkedHashMap<>();
    new TreeMap<>(allowed)
        .forEach(
            (index, kind) -> {
              if (names.contains(index)) {
                free.put(index, kind);
              }
            });
    CompiledTerm<Ball> compiled = new Compiler<>(new BallArithmetic()).compile(term);
    long count = columns.size();
    long instances = 1;
    for (IndexKind kind : free.values()) {
      instances *= IndexValues.sizes(problem).applyAsInt(kind);
    }
    if (count + instances > MOST_COLUMNS) {
      throw text.refuse(
          "gives " + instances + " columns, " + (count + instances) + " in all",
          "at most " + MOST_COLUMNS);
    }
    for (Map<String, Integer> one : IndexValues.all(Map.of(), free, IndexValues.sizes(problem))) {
      columns.add(new Column(name(text.text(), one), term, compiled, one));
    }
  }

  private static void refuseOtherTimes(Located text, Term term, Set<String> names) {
    for (String name : names) {
      if (WHOLE_RUN.contains(name)) {
        throw text.refuse("'" + name + "' is known only when the run is over", "");
      }
    }
    if (Terms.speaksOfOtherTimes(term)) {
      throw text.refuse(
          "reads times other than the present and 0, which are not kept while the run goes on",
          "observables at t or 0 only");
    }
    for (Term.Observed observed : Terms.occurrences(term)) {
      if (WHOLE_RUN.contains(observed.name())) {
        throw text.refuse("'" + observed.name() + "' is known only when the run is over", "");
      }
    }
  }

  private static String name(String formula, Map<String, Integer> indices) {
    return formula
        + (indices.isEmpty()
            ? ""
            : indices.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" ", " at ", "")));
  }

  /** Whether a network is so wide that only a few observables are read, without their errors. */
  public static boolean plain(Problem problem) {
    return WideFormulas.needed(problem);
  }

  /** Names of the columns, in order. */
  public List<String> columns() {
    return columns.stream().map(Column::name).toList();
  }

  /** Reads the formulas along one run; used by one thread. */
  public Reading along(LiveView view) {
    return new Reading(view);
  }

  /** The formulas along one run. */
  public final class Reading {
    private final LiveView view;
    private final TrajectoryValuation values;

    private Reading(LiveView view) {
      this.view = view;
      values = WideFormulas.needed(view.problem()) ? null : TrajectoryValuation.of(view);
    }

    /** One value for each column at the time looked at; NaN where a formula has none. */
    public double[] row() {
      double[] row = new double[columns.size()];
      if (values == null) {
        PlainReading reading = new PlainReading(view.problem(), view.at(view.endTime()));
        for (int i = 0; i < row.length; i++) {
          Column column = columns.get(i);
          row[i] = WideFormulas.value(reading, column.formula(), column.indices());
        }
        return row;
      }
      Ball time = Ball.exact(view.endTime());
      for (int i = 0; i < row.length; i++) {
        Column column = columns.get(i);
        try {
          row[i] = column.term().evaluate(values, column.indices(), time).value();
        } catch (NoValueException e) {
          row[i] = Double.NaN;
        }
      }
      return row;
    }
  }
}
