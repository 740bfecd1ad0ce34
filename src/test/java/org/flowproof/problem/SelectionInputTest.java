package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selections and preparations that cannot be done are refused where they stand. */
class SelectionInputTest {
  private static final String TABLE =
      """
      label,a,b
      3,1,0
      8,0,2
      3,2,1
      5,7,7
      8.0,0,4
      3,3,1
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select: {} | data.select.classes | missing key",
        "select: [3, 8] | data.select | a mapping (key: value)",
        "'select: {classes: [3, 8], tke: 1}' | data.select.tke | did you mean 'take'?",
        "'select: {classes: 3}' | data.select.classes | a list",
        "'select: {classes: [3]}' | data.select.classes | 1 class; expected two classes",
        "'select: {classes: [3, 5, 8]}' | data.select.classes | 3 classes; expected two classes",
        "'select: {classes: [3, 3.0]}' | data.select.classes | the class 3 twice",
        "'select: {classes: [3, [8]]}' | data.select.classes[2] | a list",
        "'select: {classes: [3, \"\"]}' | data.select.classes[2] | blank text",
        "'select: {classes: [3, 9]}' | data.select.classes[2] | no samples of class 9; expected two"
            + " of the classes there are: 3 (3), 5 (1), 8 (2)",
        "'select: {classes: [three, 8]}' | data.select.classes[1] | no samples of class three",
        "'select: {classes: [3, 8.1]}' | data.select.classes[2] | no samples of class 8.1",
        "'select: {classes: [3, 8], take: 0}' | data.select.take | from 1",
        "'select: {classes: [3, 8], take: 1.5}' | data.select.take | whole number",
        "'select: {classes: [3, 8], take: 3}' | data.select.take | 3 samples of class 8; expected"
            + " at most 2, the number there are",
        "'select: {classes: [3, 8], take: 99999999999}' | data.select.take | from 1 to 1000000",
        "'select: {classes: [3, 8], take: [4, 2]}' | data.select.take[1] | at most 3",
        "'select: {classes: [3, 8], take: [2]}' | data.select.take | a list of 1",
        "'select: {classes: [3, 8], take: all}' | data.select.take | decimal number",
        "'select: {classes: [3, 8], seed: 1}' | data.select.seed | it beside 'take'",
        "'select: {classes: [3, 8], take: 1, seed: -1}' | data.select.seed | from 0",
        "'prepare: {center: mean}' | data.prepare.center | did you mean 'centre'?",
        "'prepare: {centre: median}' | data.prepare.centre | expected none or mean",
        "'prepare: {centre: meam}' | data.prepare.centre | did you mean 'mean'?",
        "'prepare: {centre: true}' | data.prepare.centre | expected none or mean",
        "'prepare: {scale: Unit}' | data.prepare.scale | did you mean 'unit'?",
        "'prepare: {scale: 0}' | data.prepare.scale | above 0",
        "'prepare: {scale: -2}' | data.prepare.scale | above 0",
        "'prepare: {scale: [1]}' | data.prepare.scale | a list",
        "'prepare: {scale: 1e308}' | data.prepare | sample 2 becomes too large",
        "'prepare: mean' | data.prepare | a mapping (key: value)",
      })
  void refuses(String section, String key, String expected) throws IOException {
    InputException e = refused("csv: t.csv\n  label: label\n  " + section);
    assertEquals(key, e.key(), e.getMessage());
    assertEquals(7, e.line(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'x: [[1]]\n  y: [1]' | select | beside 'csv', 'npy', 'idx'",
        "'x: [[1]]\n  y: [1]' | prepare | beside 'csv', 'npy', 'idx'",
        "'law: {kind: gaussian}\n  # none' | select | beside 'csv', 'npy', 'idx'",
      })
  void belongsToFiles(String source, String key, String expected) throws IOException {
    InputException e = refused(source + "\n  " + key + ": {}");
    assertEquals("data." + key, e.key());
    assertEquals(7, e.line());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  /** Two samples that are equal are zero after centring, and a sample can be their mean. */
  @Test
  void refusesSamplesThatCentringMakesZero() throws IOException {
    Files.writeString(directory.resolve("z.csv"), "1,1,0\n2,9,9\n1,5,2\n0,3,1\n");
    String csv =
        "csv: z.csv\n  label: 1\n  header: false\n  select: {classes: [1, 0]}\n  prepare: ";
    InputException e = refused(csv + "{centre: mean}");
    assertEquals("data.csv", e.key());
    assertTrue(
        e.getMessage().contains("sample 3 (number 4 of the file) is the zero vector"),
        e.getMessage());
    e = refused(csv + "{centre: mean, scale: unit}\n  bias: true");
    assertEquals("data.prepare.scale", e.key());
    assertTrue(
        e.getMessage().contains("(number 4 of the file) is the zero vector after centring"),
        e.getMessage());
    // with the coordinate 1 appended it moves weights, so that it can stay
    assertEquals(
        3, CaseLoader.load(write(csv + "{centre: mean}\n  bias: true")).problem().data().n());
  }

  @Test
  void wordsAreLabelsOnlyWhereClassesAreSelected() throws IOException {
    Files.writeString(directory.resolve("w.csv"), "a,kind\n1,setosa\n2,virginica\n");
    InputException e = refused("csv: w.csv\n  label: kind");
    assertEquals(2, e.line());
    assertEquals("kind", e.key());
    assertTrue(e.getMessage().contains("not a number: 'setosa'"), e.getMessage());
    assertTrue(e.getMessage().contains("'select' with the names of two classes"), e.getMessage());
    e = refused("csv: w.csv\n  label: a\n  select: {classes: [1, 2]}");
    assertEquals("kind", e.key(), e.getMessage());
    e = refused("csv: w.csv\n  label: kind\n  select: {classes: [Setosa, virginica]}");
    assertTrue(e.getMessage().contains("setosa (1), virginica (1)"), e.getMessage());
  }

  @Test
  void classesAreListedUpToADozen() throws IOException {
    StringBuilder table = new StringBuilder();
    for (int k = 0; k < 300; k++) {
      table.append(k + 0.5).append(",1\n");
    }
    Files.writeString(directory.resolve("m.csv"), table);
    InputException e =
        refused("csv: m.csv\n  label: 1\n  header: false\n  select: {classes: [1, 2]}");
    assertTrue(e.getMessage().endsWith("10.5 (1), 11.5 (1), ..."), e.getMessage());
  }

  @Test
  void refusesLinesWithoutEnd() throws IOException {
    byte[] line = new byte[(32 << 20) + 1];
    Arrays.fill(line, (byte) '1');
    Files.write(directory.resolve("long.csv"), line);
    InputException e = refused("csv: long.csv\n  label: 1\n  header: false");
    assertTrue(e.getMessage().contains("long.csv:1: a line of 33554433 bytes"), e.getMessage());
    Files.writeString(directory.resolve("wide.csv"), ",".repeat(1_000_001));
    e = refused("csv: wide.csv\n  label: 1\n  header: false");
    assertTrue(e.getMessage().contains("wide.csv:1: a row too long"), e.getMessage());
  }

  private InputException refused(String data) throws IOException {
    Path file = write(data);
    return assertThrows(InputException.class, () -> CaseLoader.load(file));
  }

  private Path write(String data) throws IOException {
    Files.writeString(directory.resolve("t.csv"), TABLE);
    return SampleCase.write(directory, data);
  }
}
