package org.flowproof.falsify.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.falsify.Layout;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.problem.Network;

/**
 * One way to draw problems: what holds by construction.
 *
 * @param layout of the samples
 * @param balance of the weights
 * @param start how large the initial weights are
 */
public record Strategy(Layout layout, ProblemDomain.Balance balance, Start start) {

  /** How large initial weights are. */
  public enum Start {
    /** 0.01 to 1. */
    LARGE(1e-2, 1),
    /** 1e-12 to 1e-2. */
    SMALL(1e-12, 1e-2);

    private final double least;
    private final double most;

    Start(double least, double most) {
      this.least = least;
      this.most = most;
    }
  }

  /** All ways that differ for a kind of problem. */
  static List<Strategy> all(ProblemKind kind) {
    List<Strategy> all = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      for (ProblemDomain.Balance balance : ProblemDomain.Balance.values()) {
        // fixed output weights are 1/m each, whatever the balance
        if (kind.trained() == Network.Trained.BOTH || balance == ProblemDomain.Balance.UNBALANCED) {
          for (Start start : Start.values()) {
            all.add(new Strategy(layout, balance, start));
          }
        }
      }
    }
    return all;
  }

  /** The problems to draw. */
  ProblemDomain domain(ProblemKind kind) {
    return ProblemDomain.small()
        .of(kind)
        .laidOut(layout)
        .balanced(balance)
        .scaled(start.least, start.most);
  }

  /** For readers: {@code samples orthogonal, weights balanced, start small}. */
  public String text() {
    return "samples "
        + layout.text()
        + ", weights "
        + balance.name().toLowerCase(Locale.ROOT)
        + ", start "
        + start.name().toLowerCase(Locale.ROOT);
  }
}
