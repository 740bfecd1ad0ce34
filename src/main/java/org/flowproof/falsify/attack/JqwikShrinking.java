package org.flowproof.falsify.attack;

import java.util.Iterator;
import net.jqwik.api.Shrinkable;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemDraft;

/** Makes a draw simpler by jqwik's own shrinking; for the thread of its session. */
final class JqwikShrinking {
  /** Simplifications of one draw that are looked at before it is kept. */
  private static final int EACH = 40;

  private JqwikShrinking() {}

  /**
   * Goes on from the first simpler draw that violates the claim, as long as there is one.
   *
   * @param trial a violation, of the problem that was drawn
   * @param plain largest margin of a violation that counts, below 0
   * @param most draws to look at
   */
  static Trial of(
      Trial trial,
      Shrinkable<ProblemDraft> drawn,
      ProblemDomain domain,
      Hold hold,
      double plain,
      int most) {
    Trial simplest = trial;
    Shrinkable<ProblemDraft> at = drawn;
    int left = most;
    boolean simpler = true;
    while (simpler && left > 0) {
      simpler = false;
      Iterator<Shrinkable<ProblemDraft>> candidates = at.shrink().limit(EACH).iterator();
      while (!simpler && left > 0 && candidates.hasNext()) {
        Shrinkable<ProblemDraft> candidate = candidates.next();
        left--;
        Trial next = hold.on(candidate.value().problem(domain));
        if (next.violates() && next.margin() <= plain) {
          simplest = next;
          at = candidate;
          simpler = true;
        }
      }
    }
    return simplest;
  }
}
