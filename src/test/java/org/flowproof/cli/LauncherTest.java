package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, alone in a directory whose name has a blank, with a {@code mvn} and a {@code java}
 * that only write down how they were called: nothing of the project under test is built or run.
 */
class LauncherTest {
  /** The beginning of a java that tells its version. */
  private static final String TELLS =
      "case $1 in -version) echo 'openjdk version \"17.0.1\"' >&2; exit;; esac; ";

  @TempDir Path directory;
  private Path home;
  private Path tools;

  @BeforeEach
  void lay() throws IOException {
    assumeTrue(new File("/bin/sh").canExecute());
    home = Files.createDirectories(directory.resolve("a home"));
    tools = Files.createDirectories(directory.resolve("tools"));
    Files.copy(CommandLineRun.PROJECT.resolve("flowproof"), home.resolve("flowproof"));
    home.resolve("flowproof").toFile().setExecutable(true);
    Files.createDirectories(home.resolve("src/main"));
    old(Files.writeString(home.resolve("pom.xml"), "<project/>"));
    old(home.resolve("src/main"));
    script("mvn", "echo built >>calls; mkdir -p target/lib; sleep 1; : >target/flowproof.jar");
    java("17.0.1", 3);
  }

  @Test
  void buildsOnceAndPassesArgumentsAndExitCode() throws Exception {
    Call first = start("check", "a b", "*");
    assertEquals(3, first.code(), first.err());
    assertTrue(first.err().contains("building flowproof (first use)"), first.err());
    assertTrue(first.out().contains("<check><a b><*>"), first.out());
    Call second = start("list");
    assertEquals("", second.err());
    assertEquals(1, builds());
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    start("list");
    Path source = Files.writeString(home.resolve("src/main/A.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertEquals("", start(Map.of("FLOWPROOF_SKIP_BUILD", "1"), "list").err());
    assertTrue(start("list").err().contains("sources changed"));
    assertEquals(2, builds());
  }

  @Test
  void twoFirstCallsBuildOnce() throws Exception {
    Process one = process(Map.of(), home.resolve("flowproof"), "list");
    Process two = process(Map.of(), home.resolve("flowproof"), "list");
    assertEquals(3, finish(one).code());
    assertEquals(3, finish(two).code());
    assertEquals(1, builds());
  }

  @Test
  void worksThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a home/flowproof"));
    Call call = finish(process(Map.of(), link, "list"));
    assertTrue(call.out().contains("-Dflowproof.home=" + home.toRealPath()), call.out());
  }

  @Test
  void shortCommandsSkipTheOptimisingCompiler() throws Exception {
    assertTrue(start("explain", "x").out().contains("TieredStopAtLevel=1"));
    assertTrue(!start("check", "x").out().contains("TieredStopAtLevel=1"));
  }

  /** A result must not end up in whatever file takes the place of what is closed. */
  @Test
  void whatIsClosedRefusesResults() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd/1")));
    java("17.0.1", 0);
    start("list");
    script(
        "java",
        TELLS + "a=$(readlink /proc/$$/fd/0),$(readlink /proc/$$/fd/1); echo $a >seen; echo x");
    for (String closed : List.of("<&-", ">&-", "<&- >&-", ">&- 2>&-")) {
      String out = closed.contains(">&-") ? "" : "x\n";
      assertEquals(out, shell("exec \"$0\" list " + closed, Map.of()).out());
      String[] seen = Files.readString(home.resolve("seen")).strip().split(",", -1);
      assertEquals(closed.contains("<") ? "/dev/null" : seen[0], seen[0], closed);
      assertEquals(closed.contains(">&-") ? "/dev/null" : seen[1], seen[1], closed);
    }
  }

  /** Else names of files with other letters than ASCII are not found. */
  @Test
  void namesOfFilesAreReadAsUtf8() throws Exception {
    java("17.0.1", 0);
    start("list");
    script("java", TELLS + "echo \"<$LC_ALL>\"");
    for (String locale : List.of("C", "POSIX", "tr_TR.ISO8859-9")) {
      assertEquals("<C.UTF-8>\n", shell("exec \"$0\" list", Map.of("LC_ALL", locale)).out());
    }
    for (String locale : List.of("C.UTF-8")) {
      Call call =
          shell("[ $(locale charmap) = UTF-8 ] && exec \"$0\" list", Map.of("LC_ALL", locale));
      assumeTrue(call.code() == 0, "no such locale");
      assertEquals("<" + locale + ">\n", call.out());
    }
  }

  @Test
  void refusesAnOldJava() throws Exception {
    java("11.0.2", 0);
    Call call = start("list");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("version 17 or newer is needed"), call.err());
  }

  @Test
  void aBrokenBuildIsTriedAgain() throws Exception {
    script("mvn", "echo built >>calls; exit 1");
    assertEquals(2, start("list").code());
    assertEquals(2, start("list").code());
    assertEquals(2, builds());
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("calls")).size();
  }

  private void java(String version, int code) throws IOException {
    script(
        "java",
        "case $1 in -version) echo 'openjdk version \""
            + version
            + "\"' >&2; exit;; esac; printf '<%s>' \"$@\"; exit "
            + code);
  }

  private void script(String name, String body) throws IOException {
    Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + body + "\n");
    file.toFile().setExecutable(true);
  }

  private static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
  }

  private record Call(int code, String out, String err) {}

  private Call start(String... words) throws Exception {
    return start(Map.of(), words);
  }

  private Call start(Map<String, String> variables, String... words) throws Exception {
    return finish(process(variables, home.resolve("flowproof"), words));
  }

  /** As a shell starts it. */
  private Call shell(String script, Map<String, String> variables) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", script, home.resolve("flowproof").toString());
    builder.environment().keySet().removeIf(k -> k.startsWith("FLOWPROOF_"));
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", tools + File.pathSeparator + System.getenv("PATH"));
    builder.environment().putAll(variables);
    return finish(builder.directory(home.toFile()).start());
  }

  private Process process(Map<String, String> variables, Path launcher, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(k -> k.startsWith("FLOWPROOF_"));
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", tools + File.pathSeparator + System.getenv("PATH"));
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static Call finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Call(process.exitValue(), out, err);
  }
}
