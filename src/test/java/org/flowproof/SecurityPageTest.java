package org.flowproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ways in: every row is complete, and every test that it names is there and runs. */
class SecurityPageTest {
  private static final Path PAGE = Path.of("docs/security.md");
  private static final Pattern NAMED = Pattern.compile("`([A-Za-z0-9]+)#([A-Za-z0-9]+)`");
  private static final String START = "| way in |";

  @Test
  void everyRowHasATestThatExists() throws IOException {
    Map<String, String> classes = testClasses();
    List<List<String>> rows = rows(Files.readAllLines(PAGE));
    assertTrue(rows.size() >= 18, () -> "only " + rows.size() + " rows");
    List<String> faults = new ArrayList<>();
    for (List<String> row : rows) {
      faults.addAll(faults(row, classes));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void aRowWithoutATestIsSeen() throws IOException {
    Map<String, String> classes = testClasses();
    assertFalse(faults(List.of("a", "b", "c", "d", ""), classes).isEmpty());
    assertFalse(faults(List.of("a", "b", "c", "d", "`NoSuchTest#atAll`"), classes).isEmpty());
    assertFalse(faults(List.of("a", "b", "c", "d", "`SecurityPageTest#rows`"), classes).isEmpty());
    assertFalse(
        faults(List.of("a", "b", "`SecurityPageTest#everyRowHasATestThatExists`"), classes)
            .isEmpty());
  }

  private static List<List<String>> rows(List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    int at = 0;
    while (!lines.get(at).startsWith(START)) {
      at++;
    }
    for (at += 2; at < lines.size() && lines.get(at).startsWith("|"); at++) {
      String line = lines.get(at);
      rows.add(
          Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
              .map(String::strip)
              .toList());
    }
    return rows;
  }

  private static List<String> faults(List<String> row, Map<String, String> classes) {
    if (row.size() != 5) {
      return List.of(row.get(0) + ": " + row.size() + " columns");
    }
    List<String> faults = new ArrayList<>();
    Matcher named = NAMED.matcher(row.get(4));
    int tests = 0;
    while (named.find()) {
      tests++;
      if (!isTest(classes.get(named.group(1)), named.group(2))) {
        faults.add(row.get(0) + ": no test " + named.group());
      }
    }
    if (tests == 0) {
      faults.add(row.get(0) + ": no test named");
    }
    return faults;
  }

  private static boolean isTest(String className, String method) {
    if (className == null) {
      return false;
    }
    try {
      return Arrays.stream(Class.forName(className).getDeclaredMethods())
          .filter(m -> m.getName().equals(method))
          .anyMatch(SecurityPageTest::isTest);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether a method is marked as one of the kinds of tests that the build runs. */
  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(Class::getSimpleName)
        .anyMatch(name -> name.endsWith("Test") || name.matches("Property|Example|TestFactory"));
  }

  /** Simple names of the classes of the tests with their full names. */
  private static Map<String, String> testClasses() throws IOException {
    Path root = Path.of("src/test/java");
    Map<String, String> classes = new HashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(f -> root.relativize(f).toString())
          .filter(f -> f.endsWith(".java"))
          .forEach(
              f -> {
                String name = f.substring(0, f.length() - ".java".length());
                classes.put(Path.of(name).getFileName().toString(), name.replace('/', '.'));
              });
    }
    return classes;
  }
}
