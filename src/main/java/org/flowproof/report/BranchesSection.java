package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.check.branches.BranchStatement;
import org.flowproof.check.branches.BranchesResult;

/** The section on the networks that compute a single-neuron target. */
final class BranchesSection {
  private static final String SOURCE = "zhao-bai-zhang-2024";

  /** More branches than this do not fit on a page. */
  private static final int LISTED = 24;

  private static final Map<BranchStatement.Kind, String> STATEMENTS =
      Map.of(
          BranchStatement.Kind.OPTIMISTIC,
          "where all input weights are the target's, the rank is $\\min(n, d + 1)$",
          BranchStatement.Kind.RANKS,
          "at almost every point of every branch the rank is the largest that shape and number of"
              + " samples allow",
          BranchStatement.Kind.SEPARATED,
          "near almost every point of a Morse--Bott branch whose separation size is reached, only"
              + " the branch has loss $0$",
          BranchStatement.Kind.ANYWHERE,
          "at almost every network the rank is $\\min(n, m(d + 1))$");

  private final Document document;
  private final NumberMacros numbers;
  private final BranchesResult result;

  private BranchesSection(Document document, BranchesResult result) {
    this.document = document;
    this.result = result;
    numbers = document.numbers();
  }

  static Map<String, Object> model(Document document, BranchesResult result) {
    return new BranchesSection(document, result).model();
  }

  private Map<String, Object> model() {
    Map<String, Object> map = document.model();
    map.put("source", document.cite(SOURCE));
    map.put("obstacle", LatexText.prose(result.obstacle()));
    int n = result.problem().data().n();
    map.put("width", count("width", result.problem().network().width()));
    map.put("inputs", count("inputs", result.problem().data().d()));
    map.put("samples", count("samples", n));
    map.put("optimistic", count("optimistic", result.optimistic()));
    map.put("optimisticReached", reached(n >= result.optimistic()));
    map.put("parameters", count("parameters", result.parameters()));
    map.put("parametersReached", reached(n >= result.parameters()));
    int shown = Math.min(LISTED, result.branches().size());
    map.put("branches", result.branches().stream().limit(shown).map(this::row).toList());
    int left = result.branches().size() - shown;
    map.put("left", left == 0 ? "" : count("left", left));
    map.put(
        "anywhere",
        List.of(
            "any network",
            count("parameters", result.parameters()),
            "--",
            "--",
            "--",
            count("parameters", result.parameters()),
            count("anywhere", result.anywhere())));
    List<List<String>> statements = new ArrayList<>();
    List<List<String>> details = new ArrayList<>();
    for (BranchStatement statement : result.statements()) {
      String name = LatexText.code(statement.kind().id());
      statements.add(
          List.of(
              name,
              STATEMENTS.get(statement.kind()),
              FindingsSection.verdict(statement.verdict())));
      details.add(List.of(name, LatexText.prose(statement.detail())));
    }
    map.put("published", published());
    map.put("statements", statements);
    map.put("details", details);
    return map;
  }

  /**
   * Where the source contradicts itself on a network like this one: rows of what, place, as
   * printed, here.
   */
  private List<List<String>> published() {
    List<List<String>> rows = new ArrayList<>();
    int n = result.problem().data().n();
    if (result.problem().network().width() == 2 && result.problem().data().d() == 2) {
      rows.add(
          List.of(
              "separation sizes for $r = 1$ and $r = 2$",
              "text before Table~1",
              "$4$ and $5$",
              separation(1) + " and " + separation(2) + ", as in Table~1"));
    }
    if (n == result.parameters() && n > 0) {
      rows.add(
          List.of(
              "samples for which only the target set has loss $0$",
              "Lemma 4.3(b) of the text cited",
              "more than $m(d + 1)$",
              "at least $m(d + 1)$, as in its proof; with $n = m(d + 1) = "
                  + count("parameters", result.parameters())
                  + "$ rank "
                  + count("anywhere", result.anywhere())
                  + " is certified"));
    }
    return rows;
  }

  private String separation(int distinct) {
    return "$" + count(distinct + "-separation", branch(distinct).separation()) + "$";
  }

  private BranchesResult.Branch branch(int distinct) {
    return result.branches().get(distinct - 1);
  }

  private List<String> row(BranchesResult.Branch branch) {
    String key = branch.distinct() + "-";
    return List.of(
        count(key + "distinct", branch.distinct()),
        count(key + "dimension", branch.dimension()),
        count(key + "separation", branch.separation()),
        reached(branch.reached()),
        branch.morseBott() ? "yes" : "no",
        count(key + "most", branch.most()),
        count(key + "rank", branch.rank()));
  }

  private static String reached(boolean there) {
    return there ? "reached" : "not reached";
  }

  private String count(String key, long value) {
    return numbers.count("branches-" + key, value);
  }
}
