package org.flowproof.sweep;

import java.util.Set;
import org.flowproof.check.outcome.Variation;
import org.flowproof.flow.RunWatcher;
import org.flowproof.problem.CaseFile;

/** Runs one case and says where it ends. Called by several threads at once. */
@FunctionalInterface
public interface PointJudge {
  /**
   * Judges a case; what it throws becomes the failure of the point.
   *
   * @param file the point as a case
   * @param variations the second runs that its ending has to stand
   * @param watcher asked at the steps of every run whether to go on; after it says no the outcome
   *     is thrown away, so that the judge may return or throw anything, soon
   */
  Judged judge(CaseFile file, Set<Variation> variations, RunWatcher watcher);
}
