package org.flowproof.cli;

import org.flowproof.check.branches.BranchStatement;
import org.flowproof.check.branches.BranchesResult;

/** The branches of the target set of one case, for readers. */
final class BranchesText {
  private final Console console;

  BranchesText(Console console) {
    this.console = console;
  }

  void print(BranchesResult result) {
    if (!result.obstacle().isEmpty()) {
      console.print("  nothing to look at: " + result.obstacle());
      return;
    }
    int n = result.problem().data().n();
    console.print(
        "  width "
            + result.problem().network().width()
            + ", "
            + result.problem().data().d()
            + " inputs, "
            + n
            + " samples");
    console.print(
        "  optimistic sample size "
            + result.optimistic()
            + ", "
            + reached(n >= result.optimistic())
            + "; "
            + result.parameters()
            + " parameters, "
            + reached(n >= result.parameters()));
    TextTable table =
        new TextTable(
            "  DISTINCT WEIGHTS",
            "DIMENSION",
            "SEPARATION SIZE",
            "GENERIC INPUTS",
            "MORSE-BOTT",
            "RANK",
            "CERTIFIED HERE");
    for (BranchesResult.Branch b : result.branches()) {
      table.row(
          "  " + b.distinct(),
          String.valueOf(b.dimension()),
          String.valueOf(b.separation()),
          reached(b.reached()),
          b.morseBott() ? "yes" : "no",
          String.valueOf(b.most()),
          String.valueOf(b.rank()));
    }
    table.row(
        "  any network",
        String.valueOf(result.parameters()),
        "-",
        "-",
        "-",
        String.valueOf(result.parameters()),
        String.valueOf(result.anywhere()));
    console.print(table);
    for (BranchStatement statement : result.statements()) {
      console.print(
          "  "
              + statement.kind().id()
              + ": "
              + statement.verdict()
              + ", "
              + statement.kind().says());
      console.print("    " + statement.detail());
    }
  }

  private static String reached(boolean there) {
    return there ? "reached" : "not reached";
  }
}
