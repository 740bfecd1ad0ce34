package org.flowproof.cli;

import java.util.List;
import java.util.Locale;
import org.flowproof.check.margins.ActivationSets;
import org.flowproof.check.margins.HypothesisConstant;
import org.flowproof.check.margins.KktResidual;
import org.flowproof.check.margins.LimitItem;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginReading;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.margins.MaximalMargin;
import org.flowproof.check.margins.Ranks;

/** Margins and stable ranks of one case, for readers. */
final class MarginsText {
  private final Console console;

  MarginsText(Console console) {
    this.console = console;
  }

  void print(MarginsResult result) {
    if (!result.obstacle().isEmpty()) {
      console.print("  not applicable: " + result.obstacle());
      return;
    }
    TextTable table = new TextTable("  HYPOTHESIS", "ASKS FOR", "CONSTANT", "FROM");
    for (HypothesisConstant constant : result.constants()) {
      table.row("  " + constant.id(), constant.says(), constant.words(), constant.detail());
    }
    console.print(table);
    if (!result.form().isEmpty()) {
      console.print("  unlike the theorem: " + result.form());
    }
    result.end().ifPresent(this::end);
    readings(result);
    limits(result);
    for (LimitStatement statement : result.statements()) {
      console.print(
          "  "
              + statement.kind().id()
              + ": "
              + statement.verdict()
              + ", "
              + statement.kind().says());
      if (!statement.reason().isEmpty()) {
        console.print("    " + statement.reason());
      }
    }
  }

  private void end(MarginsResult.End end) {
    ActivationSets sets = end.sets();
    console.print(
        "  own-class neurons active on a sample: "
            + range(sets.start())
            + " at the start, "
            + range(sets.end())
            + " at the end, "
            + range(sets.kept())
            + " in both, of "
            + range(sets.own()));
    console.print(
        "  neurons on the same sides from t = "
            + Display.number(end.settled())
            + " on; pairs held on a kink: "
            + end.held());
    end.kkt().ifPresent(this::kkt);
    end.maximal().ifPresent(this::maximal);
  }

  private static String range(List<Integer> values) {
    ActivationSets.Range range = ActivationSets.Range.of(values);
    return range.least() == range.most()
        ? Integer.toString(range.least())
        : range.least() + " to " + range.most();
  }

  private void kkt(KktResidual kkt) {
    console.print(
        "  KKT residual of the direction: stationarity "
            + Display.number(kkt.stationarity())
            + ", complementarity "
            + Display.number(kkt.complementarity()));
  }

  private void maximal(MaximalMargin maximal) {
    console.print(
        "  maximal margin on these sides "
            + Display.precise(maximal.withSides())
            + (maximal.keepsSides() ? "" : " (its solution is on other sides)")
            + ", distance of the direction "
            + Display.number(maximal.distance())
            + (maximal.overall().isPresent()
                ? "; over all weights " + Display.precise(maximal.overall().getAsDouble())
                : ""));
  }

  private void readings(MarginsResult result) {
    TextTable table = new TextTable("  t", "t L", "|W|", "z/|W|", "SR W_+1", "SR W_-1", "SR W");
    for (MarginReading reading : result.late()) {
      table.row(
          String.format(Locale.ROOT, "  %.4g", reading.t()),
          six(reading.scaledLoss()),
          six(reading.norm()),
          six(reading.leastNormalized()) + " ... " + six(reading.mostNormalized()),
          rank(reading.ranks().positive()),
          rank(reading.ranks().negative()),
          rank(reading.ranks().whole()));
    }
    console.print(table);
  }

  private static String rank(Ranks.StableRank rank) {
    return six(rank.value());
  }

  private static String six(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private void limits(MarginsResult result) {
    TextTable table =
        new TextTable("  LIMIT OF", "FURTHEST OFF", "PREDICTED", "EXTRAPOLATED", "ERROR BAR");
    boolean any = false;
    for (LimitStatement statement : result.statements()) {
      if (statement.worst().isPresent()) {
        LimitItem item = statement.worst().get();
        any = true;
        table.row(
            "  " + statement.kind().id(),
            item.of(),
            String.format(Locale.ROOT, "%.8g", item.predicted()),
            String.format(Locale.ROOT, "%.8g", item.found().limit()),
            String.format(Locale.ROOT, "%.2g", item.found().bar()));
      }
    }
    if (any) {
      console.print(table);
    }
  }
}
