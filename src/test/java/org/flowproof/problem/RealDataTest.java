package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flowproof.problem.data.MadeIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data set that is shipped, and the page on using others, with files of their shapes. */
class RealDataTest {
  private static final Path CASE = Path.of("cases/nearly-orthogonal/words.yaml");
  private static final Path TABLE = Path.of("cases/data/words.csv");
  private static final Path PAGE = Path.of("docs/real-data.md");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(data:\n.*?)```");
  private static final Pattern SECTION = Pattern.compile("(?s)\ndata:\n(?:  [^\n]*\n)+");

  @TempDir Path directory;

  @Test
  void theTableIsAsItsReadMeTells() throws IOException, NoSuchAlgorithmException {
    String text = Files.readString(TABLE);
    List<String> rows = text.lines().filter(row -> !row.startsWith("#")).toList();
    assertEquals(60, rows.size());
    assertEquals(29, rows.stream().filter(row -> row.startsWith("page,")).count());
    assertEquals(30, rows.stream().filter(row -> row.startsWith("source,")).count());
    assertTrue(rows.stream().allMatch(row -> row.split(",", -1).length == 65));
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    assertTrue(Files.readString(Path.of("cases/data/README.md")).contains(hash), hash);
  }

  /** The bound on the ratio for centred samples, and the ratio that the page gives. */
  @Test
  void theWordsAreFarFromOrthogonal() throws IOException {
    DataSet data = CaseLoader.load(CASE).problem().data();
    assertEquals(20, data.n());
    assertEquals(64, data.d());
    double largest = 0;
    for (int k = 0; k < 20; k++) {
      assertEquals(1, product(data, k, k), 1e-14);
      for (int l = 0; l < k; l++) {
        largest = Math.max(largest, Math.abs(product(data, k, l)));
      }
    }
    double ratio = 1 / (20 * largest);
    assertTrue(ratio <= 19.0 / 20, "ratio " + ratio);
    assertEquals(0.0548, ratio, 5e-5);
    assertTrue(Files.readString(PAGE).contains("| words, `page` and `source` | 0.055 |"));
  }

  private static double product(DataSet data, int k, int l) {
    return IntStream.range(0, data.d())
        .mapToDouble(i -> data.x().get(k, i) * data.x().get(l, i))
        .sum();
  }

  /** The case with another section, as the page says; the files have the shapes, not the data. */
  @Test
  void theSamplesOfThePageRead() throws IOException {
    writeFiles();
    List<DataSet> read = new ArrayList<>();
    for (String section : sections()) {
      read.add(CaseLoader.load(withSection(section)).problem().data());
    }
    assertEquals(List.of(784, 784, 64), read.stream().map(DataSet::d).toList());
    assertEquals(List.of(20, 100, 20), read.stream().map(DataSet::n).toList());
    for (DataSet data : read) {
      assertEquals(0, IntStream.range(0, data.n()).mapToDouble(k -> data.y().get(k)).sum());
    }
  }

  @Test
  void aMissingFileIsToldWithWhatToPutWhere() throws IOException {
    Path file = withSection(sections().get(0));
    String message = assertThrows(InputException.class, () -> CaseLoader.load(file)).getMessage();
    assertTrue(message.startsWith(file + ":"), message);
    Path missing =
        directory.toAbsolutePath().resolve("cases/data/train-images-idx3-ubyte.gz").normalize();
    assertTrue(message.contains("data.idx.images: no such file: " + missing), message);
    assertTrue(message.contains("MNIST is not shipped: put train-images-idx3-ubyte and"), message);
    assertTrue(message.contains("docs/real-data.md"), message);
    assertTrue(!message.contains("\n"), message);
    Path table = withSection(sections().get(1));
    message = assertThrows(InputException.class, () -> CaseLoader.load(table)).getMessage();
    assertTrue(message.contains("data.csv: no such file: "), message);
    assertTrue(message.contains("MNIST is not shipped"), message);
  }

  private static List<String> sections() throws IOException {
    List<String> sections = new ArrayList<>();
    Matcher matcher = YAML.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      sections.add(matcher.group(1));
    }
    assertEquals(3, sections.size());
    return sections;
  }

  private Path withSection(String section) throws IOException {
    String text = Files.readString(CASE);
    Matcher matcher = SECTION.matcher(text);
    assertTrue(matcher.find());
    Path file = directory.resolve("cases/nearly-orthogonal/words.yaml");
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, text.substring(0, matcher.start() + 1) + section + text.substring(matcher.end()));
  }

  private void writeFiles() throws IOException {
    Path data = Files.createDirectories(directory.resolve("cases/data"));
    int n = 600;
    int[] labels = IntStream.range(0, n).map(k -> k * 7 % 10).toArray();
    int[] pixels = IntStream.range(0, n * 784).map(i -> i * i % 251).toArray();
    Files.write(
        data.resolve("train-images-idx3-ubyte.gz"),
        MadeIdx.gzip(MadeIdx.bytes(new int[] {n, 28, 28}, pixels)));
    Files.write(
        data.resolve("train-labels-idx1-ubyte.gz"),
        MadeIdx.gzip(MadeIdx.bytes(new int[] {n}, labels)));
    StringBuilder mnist = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    for (int k = 0; k < n; k++) {
      mnist.append(labels[k]).append(',').append(row(pixels, k, 784)).append('\n');
      digits.append(row(pixels, k, 64)).append(',').append(labels[k]).append('\n');
    }
    Files.writeString(data.resolve("mnist_train.csv"), mnist);
    Files.writeString(data.resolve("optdigits.tra"), digits);
  }

  private static String row(int[] pixels, int k, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(pixels[k * length + i]))
        .collect(Collectors.joining(","));
  }
}
