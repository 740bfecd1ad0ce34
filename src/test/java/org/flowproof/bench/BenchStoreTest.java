package org.flowproof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs the bench takes over from an earlier measurement. Needs Python. */
class BenchStoreTest {
  private static final String START =
      """
      import sys
      from pathlib import Path
      sys.dont_write_bytecode = True
      sys.path.insert(0, 'bench/driver')
      import store
      import table
      place = Path(sys.argv[1])
      def row(method, status, t, version='v1', horizon=None, chosen='', number=0):
          values = dict.fromkeys(table.RUN_COLUMNS)
          sizes = {'point': 'p', 'n': 1, 'm': 1, 'd': 1, 'seed': 1, 'round': number, 'limit': 100.0}
          told = {'method': method, 'status': status, 't': t, 'version': version}
          return {**values, **sizes, **told, 'horizon': horizon, 'chosen': chosen}
      def kept(again=False):
          return store.Store(place, again)
      """;

  @TempDir Path results;

  @BeforeAll
  static void needsPython() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      there = false;
    }
    assumeTrue(there, "no python3");
  }

  @Test
  void aRunOfTheSameSourcesIsFoundAgain() throws IOException, InterruptedException {
    check(
        """
        kept().add(row('erk5', 'done', 5.0), [])
        assert kept().find(row('erk5', '', 0), 'v1', 100.0)['t'] == 5.0
        assert kept().find(row('erk5', '', 0), 'v2', 100.0) is None
        assert kept().find(row('erk8', '', 0), 'v1', 100.0) is None
        assert kept().find(row('erk5', '', 0, number=1), 'v1', 100.0) is None
        """);
  }

  @Test
  void againMeasuresWhatIsThereButNothingTwice() throws IOException, InterruptedException {
    check(
        """
        kept().add(row('erk5', 'done', 5.0), [])
        anew = kept(again=True)
        assert anew.find(row('erk5', '', 0), 'v1', 100.0) is None
        anew.add(row('erk5', 'done', 5.0), [])
        assert anew.find(row('erk5', '', 0), 'v1', 100.0)
        assert len(kept().rows) == 1
        """);
  }

  @Test
  void aFailureAndAShorterTimeOutAreMeasuredAgain() throws IOException, InterruptedException {
    check(
        """
        kept().add(row('erk5', 'failed', 5.0), [])
        assert kept().find(row('erk5', '', 0), 'v1', 100.0) is None
        kept().add(row('erk5', 'timeout', 5.0), [])
        assert kept().find(row('erk5', '', 0), 'v1', 50.0)
        assert kept().find(row('erk5', '', 0), 'v1', 200.0) is None
        """);
  }

  @Test
  void theOrderOfTheFilesIsThatOfThePlan() throws IOException, InterruptedException {
    check(
        """
        def of(point, method, number=0):
            return {**row(method, 'done', 5.0, number=number), 'point': point}
        now = store.Store(place, False, ['first', 'second'])
        for one in of('second', 'rk45'), of('first', 'erk5', 1), of('first', 'rk45'), of('first', 'erk5'):
            now.add(one, [])
        read = [(r['point'], r['method'], r['round']) for r in kept().rows]
        first = [('first', 'rk45', 0), ('first', 'erk5', 0), ('first', 'erk5', 1)]
        assert read == [*first, ('second', 'rk45', 0)], read
        """);
  }

  @Test
  void whenAPointEndsOnlyWhatWasUsedStays() throws IOException, InterruptedException {
    check(
        """
        kept().add(row('erk5', 'timeout', 4.0, 'v1', chosen='yes'), [])
        kept().add(row('rk45', 'timeout', 3.0, 'v1', chosen='yes'), [])
        kept().add(row('structured', 'done', 3.0, 'v1', horizon=3.0), [(1.0, 0.1, 0.1)])
        kept().add(row('structured', 'done', 4.0, 'v1', horizon=4.0), [(1.0, 0.1, 0.1)])
        now = kept()
        used = row('erk5', 'timeout', 4.5, 'v2', chosen='yes')
        now.add(used, [])
        assert now.horizons('p') == [3.0, 4.5]
        now.finish('p', [used])
        left = [(r['method'], r['t']) for r in kept().rows]
        assert left == [('rk45', 3.0), ('erk5', 4.5), ('structured', 3.0)], left
        assert [r['horizon'] for r in kept().progress] == ['3.0'], kept().progress
        """);
  }

  private void check(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("python3", "-c", START + script, results.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "no end");
    assertEquals(0, process.exitValue(), text);
  }
}
