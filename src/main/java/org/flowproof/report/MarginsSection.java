package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.check.margins.ActivationSets;
import org.flowproof.check.margins.HypothesisConstant;
import org.flowproof.check.margins.LimitItem;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginReading;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.margins.Ranks;

/** The section on margins and stable ranks, with the limits predicted and extrapolated. */
final class MarginsSection {
  private static final String SOURCE = "kou-chen-gu-2023";
  private static final String NONE = "--";

  private static final Map<String, String> HYPOTHESES =
      Map.of(
          "near-orthogonality",
          "$R_{\\min}^2 \\ge C R^2 n p$",
          "near-orthogonality-leaky",
          "$R_{\\min}^2 \\ge C R^2 \\gamma^{-4} n p$",
          "step",
          "$\\eta \\le (C R_{\\max}^2/(nm))^{-1}$",
          "scale",
          "$\\sigma_0 \\le \\gamma\\,(C R_{\\max} \\sqrt{\\log(mn/\\delta)})^{-1}$",
          "width",
          "$m \\ge C \\log(n/\\delta)$");

  private static final Map<LimitStatement.Kind, String> STATEMENTS =
      Map.of(
          LimitStatement.Kind.LOSS,
          "$t\\,L(t) \\to c\\sum_k v_k$",
          LimitStatement.Kind.NORMALIZED,
          "$z_k/\\lVert W\\rVert_F \\to (\\eta c \\sum_i v_i)^{-1/2}$ for all $k$",
          LimitStatement.Kind.DIFFERENCES,
          "$z_i - z_k \\to \\log(v_k/v_i)$",
          LimitStatement.Kind.RANKS,
          "stable ranks of $W_{+1}$ and $W_{-1}$",
          LimitStatement.Kind.RANK_ONE,
          "leaky ReLU: these tend to $1$",
          LimitStatement.Kind.WHOLE,
          "stable rank of the whole $W$");

  private static final Map<String, String> MATRICES =
      Map.of("t L", "$t\\,L$", "W_+1", "$W_{+1}$", "W_-1", "$W_{-1}$", "W", "whole $W$");

  private final Document document;
  private final NumberMacros numbers;
  private final MarginsResult result;

  private MarginsSection(Document document, MarginsResult result) {
    this.document = document;
    this.result = result;
    numbers = document.numbers();
  }

  static Map<String, Object> model(Document document, MarginsResult result, List<Figure> figures) {
    return new MarginsSection(document, result).model(figures);
  }

  private Map<String, Object> model(List<Figure> figures) {
    Map<String, Object> map = document.model();
    map.put("source", document.cite(SOURCE));
    map.put("obstacle", LatexText.prose(result.obstacle()));
    map.put("form", LatexText.prose(result.form()));
    map.put("hypotheses", result.constants().stream().map(this::hypothesis).toList());
    map.put("statements", statements());
    map.put("items", items());
    map.put("reasons", reasons());
    map.put("readings", readings());
    map.put("end", result.end().map(this::end).orElse(List.of()));
    map.put(
        "figures",
        figures.stream().map(f -> "\\ref{" + document.label("fig", f.name()) + "}").toList());
    return map;
  }

  private List<String> hypothesis(HypothesisConstant constant) {
    boolean leaky = constant.says().contains("gamma^-4");
    String value =
        Double.isFinite(constant.constant())
            ? "$" + real("constant-" + constant.id(), constant.constant(), 4) + "$"
            : LatexText.prose(constant.words());
    return List.of(
        LatexText.code(constant.id()),
        HYPOTHESES.getOrDefault(
            constant.id() + (leaky ? "-leaky" : ""), LatexText.prose(constant.says())),
        value + (constant.failsForAll() ? " (not met for any $C \\ge 1$)" : ""),
        LatexText.prose(constant.detail()));
  }

  private List<List<String>> statements() {
    return result.statements().stream()
        .map(
            s ->
                List.of(
                    LatexText.code(s.kind().id()),
                    STATEMENTS.get(s.kind()),
                    "\\fpverdict{"
                        + s.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "}"))
        .toList();
  }

  private List<List<String>> reasons() {
    return result.statements().stream()
        .filter(s -> !s.reason().isEmpty())
        .map(s -> List.of(LatexText.code(s.kind().id()), LatexText.prose(s.reason())))
        .toList();
  }

  /** Ranks and loss each; of margins the one that is furthest from its prediction. */
  private List<List<String>> items() {
    List<List<String>> rows = new ArrayList<>();
    for (LimitStatement statement : result.statements()) {
      boolean bySample =
          statement.kind() == LimitStatement.Kind.NORMALIZED
              || statement.kind() == LimitStatement.Kind.DIFFERENCES;
      List<LimitItem> shown = bySample ? statement.worst().stream().toList() : statement.items();
      for (LimitItem item : shown) {
        String key = "limit-" + (rows.size() + 1);
        rows.add(
            List.of(
                LatexText.code(statement.kind().id()),
                MATRICES.getOrDefault(item.of(), LatexText.prose(item.of())),
                "$" + real(key + "-predicted", item.predicted(), 7) + "$",
                "$" + real(key + "-found", item.found().limit(), 7) + "$",
                "$" + real(key + "-bar", item.found().bar(), 2) + "$"));
      }
    }
    return rows;
  }

  private List<List<String>> readings() {
    List<List<String>> rows = new ArrayList<>();
    for (MarginReading reading : result.late()) {
      String key = "reading-" + (rows.size() + 1);
      rows.add(
          List.of(
              real(key + "-t", reading.t(), 4),
              real(key + "-loss", reading.scaledLoss(), 6),
              real(key + "-least", reading.leastNormalized(), 5),
              real(key + "-most", reading.mostNormalized(), 5),
              rank(key + "-positive", reading.ranks().positive()),
              rank(key + "-negative", reading.ranks().negative()),
              rank(key + "-whole", reading.ranks().whole())));
    }
    return rows;
  }

  private String rank(String key, Ranks.StableRank rank) {
    return Double.isNaN(rank.value()) ? NONE : real(key, rank.value(), 6);
  }

  /** What is said of the end of the run, sentences. */
  private List<String> end(MarginsResult.End end) {
    List<String> out = new ArrayList<>();
    ActivationSets sets = end.sets();
    out.add(
        "Active on a sample are "
            + range("sets-start", sets.start())
            + " neurons of its class at the start and "
            + range("sets-end", sets.end())
            + " at the end, of "
            + range("sets-own", sets.own())
            + ".");
    out.add(
        "From $t = "
            + real("settled", end.settled(), 4)
            + "$ on no neuron is read on another side; $"
            + numbers.count("margins-held", end.held())
            + "$ pairs of a neuron and a sample are held on a kink.");
    end.kkt()
        .ifPresent(
            k ->
                out.add(
                    "The direction of $W$ is a KKT point up to a stationarity residual of $"
                        + real("kkt-stationarity", k.stationarity(), 3)
                        + "$ and a complementarity of $"
                        + real("kkt-complementarity", k.complementarity(), 3)
                        + "$, both of which vanish like $1/\\log t$."));
    end.maximal()
        .ifPresent(
            m -> {
              out.add(
                  "The largest normalized margin on the present sides is $"
                      + real("maximal-sides", m.withSides(), 6)
                      + "$, the direction at a distance of $"
                      + real("maximal-distance", m.distance(), 3)
                      + "$ from where it is attained"
                      + (m.keepsSides() ? "." : "; that point is on other sides."));
              m.overall()
                  .ifPresent(
                      v ->
                          out.add(
                              "Over all weights it is $" + real("maximal-overall", v, 6) + "$."));
            });
    return out;
  }

  private String range(String key, List<Integer> values) {
    ActivationSets.Range range = ActivationSets.Range.of(values);
    return range.least() == range.most()
        ? "$" + numbers.count("margins-" + key, range.least()) + "$"
        : "$"
            + numbers.count("margins-" + key + "-least", range.least())
            + "$ to $"
            + numbers.count("margins-" + key + "-most", range.most())
            + "$";
  }

  private String real(String key, double value, int digits) {
    return numbers.real("margins-" + key, value, digits);
  }
}
