package org.flowproof.sweep;

import org.flowproof.flow.RunWatcher;
import org.flowproof.problem.CaseFile;

/** Runs one case and says where it ends. Called by several threads at once. */
@FunctionalInterface
public interface PointJudge {
  /**
   * Judges a case; what it throws becomes the failure of the point.
   *
   * @param file the point as a case
   * @param wish the tests that its ending has to stand
   * @param watcher asked at the steps of every run whether to go on; after it says no the outcome
   *     is thrown away, so that the judge may return anything, soon
   */
  PointOutcome judge(CaseFile file, JudgeWish wish, RunWatcher watcher);
}
