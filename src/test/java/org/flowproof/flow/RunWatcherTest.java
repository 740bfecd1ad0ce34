package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Runs that are watched, and interrupted. */
class RunWatcherTest {
  private static final double END = 60;

  @Test
  void watchingChangesNothing() {
    Trajectory alone = new ReferenceIntegrator().integrate(TestProblems.busy(END));
    List<RunWatcher.Progress> seen = new ArrayList<>();
    Trajectory watched =
        new ReferenceIntegrator()
            .integrate(
                TestProblems.busy(END),
                progress -> {
                  // read at once: a progress is valid during the call only
                  seen.add(
                      new RunWatcher.Progress(
                          progress.time(),
                          progress.endTime(),
                          progress.loss(),
                          progress.steps(),
                          progress.events()));
                  return true;
                });
    assertEquals(alone.stepTimes(), watched.stepTimes());
    assertEquals(alone.events(), watched.events());
    assertEquals(alone.cost(), watched.cost());
    assertTrue(seen.size() > 5, seen.size() + " calls");
    for (int i = 1; i < seen.size(); i++) {
      assertTrue(seen.get(i).time() >= seen.get(i - 1).time());
      // the loss falls, but for the error of the run
      assertTrue(seen.get(i).loss() <= seen.get(i - 1).loss() * (1 + 1e-9));
      assertTrue(seen.get(i).steps() >= seen.get(i - 1).steps());
      assertEquals(END, seen.get(i).endTime());
    }
    for (int i = 0; i < seen.size(); i++) {
      RunWatcher.Progress progress = seen.get(i);
      double time = progress.time();
      assertEquals(TestProblems.loss(alone.problem(), alone.at(time)), progress.loss(), 1e-14);
      long before = alone.events().stream().filter(e -> e.time() < time).count();
      long upTo = alone.events().stream().filter(e -> e.time() <= time).count();
      // neurons that leave a kink at one time are told of one after the other
      boolean lastOfItsTime = i == seen.size() - 1 || seen.get(i + 1).time() > time;
      assertTrue(progress.events() >= before && progress.events() <= upTo);
      if (lastOfItsTime) {
        assertEquals(upTo, progress.events());
      }
    }
  }

  /** The part of an interrupted run is the beginning of the whole one, errors included. */
  @Test
  void anInterruptedFlowIsTheBeginningOfTheWhole() {
    Trajectory whole = new ReferenceIntegrator().integrate(TestProblems.busy(END));
    for (double share : new double[] {0.1, 0.4, 0.7, 0.95}) {
      Trajectory part =
          new ReferenceIntegrator()
              .integrate(TestProblems.busy(END), p -> p.time() < share * p.endTime());
      assertEquals(StopReason.INTERRUPTED, part.stopReason());
      assertTrue(part.endTime() >= share * END && part.endTime() < END, part.endTime() + "");
      assertEquals(
          whole.events().stream().filter(e -> e.time() <= part.endTime()).toList().size(),
          part.events().size());
      assertTrue(whole.stepTimes().containsAll(part.stepTimes()));
      for (double time : part.stepTimes()) {
        State one = part.at(time);
        State other = whole.at(time);
        for (int j = 0; j < 6; j++) {
          assertEquals(other.a(j), one.a(j));
          assertEquals(other.w(j, 0), one.w(j, 0));
          if (time < part.endTime()) {
            assertEquals(other.errorOfW(j), one.errorOfW(j));
          }
          assertTrue(one.errorOfW(j) < 1e-6, one.errorOfW(j) + " at " + time);
        }
      }
      assertTrue(part.events().stream().allMatch(e -> e.timeError() < 1e-4));
    }
  }

  @Test
  void aFlowThatIsInterruptedAtOnceHasItsStart() {
    Trajectory run = new ReferenceIntegrator().integrate(TestProblems.busy(END), progress -> false);
    assertEquals(StopReason.INTERRUPTED, run.stopReason());
    assertEquals(0, run.endTime());
    assertEquals(0.2, run.at(0).a(0));
  }

  @Test
  void anInterruptedDescentIsTheBeginningOfTheWhole() {
    Problem problem = OracleProblem.named("gradient-descent").problem(0);
    Trajectory whole = new DescentIntegrator().integrate(problem);
    Trajectory part = new DescentIntegrator().integrate(problem, p -> p.steps() < 700);
    assertEquals(StopReason.INTERRUPTED, part.stopReason());
    assertEquals(700, part.cost().steps());
    assertNotEquals(whole.endTime(), part.endTime());
    assertEquals(whole.at(part.endTime()).a(1), part.at(part.endTime()).a(1));
    assertEquals(
        whole.events().stream().filter(e -> e.time() <= part.endTime()).toList(), part.events());
  }
}
