package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flowproof.flow.stiff.StiffIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs followed part by part are the runs made at one go; saved and resumed they go on alike. */
class LiveRunTest {

  /** An integrator with a problem that has crossings, slides and rests, where there are kinks. */
  record Setting(LiveIntegrator integrator, Problem problem) {}

  static Stream<Setting> settings() {
    return Stream.of(
        new Setting(new ReferenceIntegrator(), TestProblems.busy(60)),
        new Setting(new StructuredIntegrator(), TestProblems.busy(60)),
        new Setting(new StructuredIntegrator(), TestProblems.wide(150, 20, 12)),
        new Setting(new StructuredIntegrator().withThreads(2), TestProblems.wide(300, 20, 8)),
        new Setting(new StiffIntegrator(), TestProblems.smooth(1e6)),
        new Setting(new DescentIntegrator(), OracleProblem.named("gradient-descent").problem(0)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void partsAreTheTrajectory(Setting setting) {
    Trajectory whole = setting.integrator().integrate(setting.problem());
    LiveRun run = setting.integrator().start(setting.problem());
    List<Event> events = new ArrayList<>();
    double reached = 0;
    while (run.stopReason().isEmpty()) {
      run.advance();
      events.addAll(run.takeEvents());
      assertEquals(reached, run.from());
      reached = run.time();
      for (double share : new double[] {0, 0.31, 0.8}) {
        double time = run.from() + share * (run.time() - run.from());
        if (time < run.time()) {
          assertSame(whole.at(time), run.at(time));
        }
      }
    }
    assertEquals(whole.endTime(), run.time());
    assertEquals(whole.stopReason(), run.stopReason().orElseThrow());
    assertSame(whole.at(run.time()), run.at(run.time()));
    assertEquals(names(whole.events()), names(events));
    for (int i = 0; i < events.size(); i++) {
      double exact = whole.events().get(i).timeError();
      // parts know less of how the other run goes on, never more
      assertTrue(events.get(i).timeError() >= 0.1 * exact, events.get(i) + " " + exact);
    }
    assertEquals(whole.cost().events(), run.cost().events());
    assertEquals(whole.cost().evaluations(), run.cost().evaluations());
    assertEquals(whole.errorMethod(), run.errorMethod());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aResumedRunGoesOnAsIfNothingHadHappened(Setting setting) throws IOException {
    Account whole = follow(setting.integrator().start(setting.problem()));
    int parts = whole.parts();
    boolean sliding = false;
    for (int stop : new int[] {0, 1, 2, parts / 4, parts / 3, parts / 2, parts - 2}) {
      LiveRun run = setting.integrator().start(setting.problem());
      Account both = new Account();
      for (int p = 0; p < stop; p++) {
        both.part(run);
      }
      byte[] saved = save(run);
      sliding |= slides(both.events);
      both.follow(resume(setting, saved));
      assertEquals(whole.text.toString(), both.text.toString());
    }
    boolean slides =
        !(setting.integrator() instanceof DescentIntegrator)
            && !(setting.integrator() instanceof StiffIntegrator);
    assertEquals(slides, sliding);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void savingChangesNothingAndIsRepeatable(Setting setting) throws IOException {
    LiveRun run = setting.integrator().start(setting.problem());
    for (int p = 0; p < 9; p++) {
      run.advance();
    }
    run.takeEvents();
    byte[] first = save(run);
    org.junit.jupiter.api.Assertions.assertArrayEquals(first, save(run));
    org.junit.jupiter.api.Assertions.assertArrayEquals(first, save(resume(setting, first)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void lessThanWasSavedIsRefused(Setting setting) throws IOException {
    LiveRun run = setting.integrator().start(setting.problem());
    run.advance();
    run.takeEvents();
    byte[] saved = save(run);
    for (int length : new int[] {0, 5, 100, saved.length / 2, saved.length - 1}) {
      byte[] part = java.util.Arrays.copyOf(saved, length);
      assertThrows(IOException.class, () -> resume(setting, part));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void anEndedRunCannotBeSaved(Setting setting) {
    LiveRun run = setting.integrator().start(setting.problem());
    run.interrupt();
    assertThrows(IllegalStateException.class, () -> save(run));
  }

  /** What a run shows while it goes on. */
  private static final class Account {
    final StringBuilder text = new StringBuilder();
    final List<Event> events = new ArrayList<>();
    private int parts;

    int parts() {
      return parts;
    }

    void part(LiveRun run) {
      run.advance();
      parts++;
      text.append(run.from()).append(' ').append(run.time()).append('\n');
      for (double share : new double[] {0, 0.5, 1}) {
        double time = run.from() + share * (run.time() - run.from());
        if (time < run.time() || run.stopReason().isPresent()) {
          append(run.problem(), run.at(Math.min(time, run.time())));
        }
      }
      List<Event> fresh = run.takeEvents();
      events.addAll(fresh);
      text.append(fresh).append('\n');
      text.append(run.cost()).append(run.nonUniqueness()).append(run.loss());
      text.append(run.failures()).append(run.stopReason()).append('\n');
    }

    void follow(LiveRun run) {
      while (run.stopReason().isEmpty()) {
        part(run);
      }
    }

    private void append(Problem problem, State state) {
      for (int j = 0; j < problem.network().width(); j++) {
        text.append(state.a(j)).append(' ').append(state.errorOfA(j)).append(' ');
        text.append(state.errorOfW(j));
        for (int i = 0; i < problem.data().d(); i++) {
          text.append(' ').append(state.w(j, i));
        }
        for (int k = 0; k < problem.data().n(); k++) {
          text.append(' ').append(state.gate(j, k));
        }
        text.append('\n');
      }
    }
  }

  private static Account follow(LiveRun run) {
    Account record = new Account();
    record.follow(run);
    return record;
  }

  /** Whether a neuron is on a kink after these events. */
  private static boolean slides(List<Event> events) {
    long starts = events.stream().filter(e -> e.kind() == Event.Kind.SLIDE_START).count();
    long ends = events.stream().filter(e -> e.kind() == Event.Kind.SLIDE_END).count();
    return starts > ends;
  }

  private static byte[] save(LiveRun run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    run.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static LiveRun resume(Setting setting, byte[] saved) throws IOException {
    return setting
        .integrator()
        .resume(setting.problem(), new DataInputStream(new ByteArrayInputStream(saved)));
  }

  private static List<List<Object>> names(List<Event> events) {
    return events.stream()
        .map(e -> List.<Object>of(e.time(), e.neuron(), e.sample(), e.kind(), e.direction()))
        .toList();
  }

  private static void assertSame(State expected, State found) {
    assertEquals(expected.time(), found.time());
    for (int j = 0; j < 3; j++) {
      assertEquals(expected.a(j), found.a(j));
      assertEquals(expected.w(j, 1), found.w(j, 1));
      assertEquals(expected.gate(j, 0), found.gate(j, 0));
      assertEquals(expected.errorOfA(j), found.errorOfA(j));
      assertEquals(expected.errorOfW(j), found.errorOfW(j));
    }
  }
}
