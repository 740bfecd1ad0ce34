package org.flowproof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The commands of bench/README.md are accepted and choose what they say; nothing is measured. Needs
 * bash and Python, none of the peers.
 */
class BenchCommandsTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^bench/run(.*)$");

  private record Output(int code, String text) {}

  @BeforeAll
  static void needsPython() throws InterruptedException {
    boolean there;
    try {
      there = run("python3", "--version").code() == 0 && run("bash", "--version").code() == 0;
    } catch (IOException absent) {
      there = false;
    }
    assumeTrue(there, "no bash or no python3");
  }

  @Test
  void everyCommandOfThePageIsAccepted() throws IOException, InterruptedException {
    Matcher matcher = COMMAND.matcher(Files.readString(Path.of("bench/README.md")));
    int count = 0;
    while (matcher.find()) {
      List<String> words = new ArrayList<>(List.of("bench/run", "--list"));
      words.addAll(List.of(matcher.group(1).strip().split(" +", -1)));
      words.removeIf(String::isEmpty);
      Output output = run(words.toArray(String[]::new));
      assertEquals(0, output.code(), words + "\n" + output.text());
      count++;
    }
    assertTrue(count >= 5, count + " commands");
  }

  @Test
  void thePlanHasThePointsOfTheTargets() throws IOException, InterruptedException {
    String plan = run("bench/run", "--list").text();
    for (String point :
        List.of(
            "main-n20-m200-d5-l1e-03-T50 rk45 dop853 erk5 erk8 descent reference structured"
                + " structured-2 structured_error cvode-bdf",
            "main-n100-m1000-d5-l1e-03-T50 ",
            "main-n100-m10000-d5-l1e-03-T50 rk45 dop853 erk5 erk8 descent reference structured",
            "main-n1000-m10000-d5-l1e-03-T30 ",
            "late-n100-m10000-d5-l1e-03-T50 ",
            "late-n100-m100000-d5-l1e-03-T50 ",
            "long-n75-m1000-d5-l1e-03-T20000 ",
            "dimension-n200-m1000-d5-",
            "dimension-n200-m1000-d50-",
            "samples-n3000-m1000-d5-",
            "width-n100-m100000-d5-",
            "scale-n100-m1000-d5-l1e-02-",
            "scale-n100-m1000-d5-l1e-12-")) {
      assertTrue(plan.contains(point), point + "\n" + plan);
    }
  }

  @Test
  void anUnknownGroupIsRefused() throws IOException, InterruptedException {
    Output output = run("bench/run", "--list", "--only", "mian");
    assertEquals(2, output.code());
    assertTrue(output.text().contains("no group 'mian'"), output.text());
  }

  private static Output run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), String.join(" ", words));
    return new Output(process.exitValue(), text);
  }
}
