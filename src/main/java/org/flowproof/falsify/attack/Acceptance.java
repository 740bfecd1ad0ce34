package org.flowproof.falsify.attack;

import java.util.List;

/**
 * How often the draws of a strategy meet the hypotheses.
 *
 * @param strategy the way to draw
 * @param drawn how many were drawn
 * @param met how many of them met the hypotheses at once
 * @param repaired how many more did after a repair
 */
public record Acceptance(Strategy strategy, int drawn, int met, int repaired) {

  /**
   * The share of draws that met the hypotheses, repaired ones included; 0 when nothing was drawn.
   */
  public static double share(List<Acceptance> all) {
    int drawn = all.stream().mapToInt(Acceptance::drawn).sum();
    int met = all.stream().mapToInt(a -> a.met() + a.repaired()).sum();
    return drawn == 0 ? 0 : (double) met / drawn;
  }
}
