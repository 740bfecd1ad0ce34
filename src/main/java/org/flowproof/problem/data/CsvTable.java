package org.flowproof.problem.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.Decimal;

/**
 * A table of samples in comma-separated text: RFC 4180 with these restrictions and liberties. A
 * field does not span lines; lines that start with {@code #} and blank lines are skipped; spaces
 * around a field are dropped; LF and CRLF both end a line. All fields are numbers, except that the
 * label may be a word where classes are selected.
 */
public final class CsvTable {
  /** Most fields of a line; a file without line ends would be one line of them. */
  static final int MAX_COLUMNS = 1_000_000;

  /** Longest run of digits that a long and a double hold exactly. */
  private static final int EXACT_DIGITS = 15;

  private final Path file;
  private final CsvLines lines;
  private final List<String> columns;
  private final boolean header;

  private CsvTable(Path file, CsvLines lines, List<String> columns, boolean header) {
    this.file = file;
    this.lines = lines;
    this.columns = columns;
    this.header = header;
  }

  /**
   * Opens a table, reading its first line.
   *
   * @param bytes the whole file, in UTF-8
   * @param file for messages
   * @param header whether the first line names the columns
   * @throws InputException with file and line when there is no line, or no usable names
   */
  public static CsvTable open(byte[] bytes, Path file, boolean header) {
    CsvLines lines = new CsvLines(bytes, file);
    if (!lines.next()) {
      throw refuse(file, lines.line(), "", "no rows of numbers", "at least one sample");
    }
    List<String> first = fields(lines.content(), file, lines.line());
    List<String> columns = header ? names(first, file, lines.line()) : numbered(first.size());
    return new CsvTable(file, lines, List.copyOf(columns), header);
  }

  /** Names of the columns, or "column 1", ... without a header. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Hands over the samples in the order of the file. Of a sample that is not wanted only the number
   * of fields is looked at. To be called once.
   *
   * @param label 0-based column of the labels; the other columns are the entries, in order
   * @param sink what takes them
   * @throws InputException with file, line and column for the first ragged row or unusable number
   */
  public void read(int label, SampleSink sink) {
    boolean more = !header || lines.next();
    if (!more) {
      throw refuse(file, lines.line(), "", "no rows of numbers", "at least one sample");
    }
    for (; more; more = lines.next()) {
      int line = lines.line();
      List<String> fields = fields(lines.content(), file, line);
      if (fields.size() != columns.size()) {
        throw refuse(
            file, line, "", "a row of " + fields.size() + " fields", columns.size() + " fields");
      }
      ClassLabel of = ClassLabel.of(fields.get(label));
      if (of.number().isEmpty() && !sink.takesWords()) {
        throw refuse(
            file,
            line,
            columns.get(label),
            "not a number: '" + of.shown() + "'",
            Decimal.EXPECTED + ", or 'select' with the names of two classes in the case");
      }
      if (sink.offer(of)) {
        sink.put(entries(fields, label, line));
      }
    }
  }

  private double[] entries(List<String> fields, int label, int line) {
    double[] row = new double[fields.size() - 1];
    for (int i = 0; i < row.length; i++) {
      int column = i < label ? i : i + 1;
      row[i] = number(fields.get(column), columns.get(column), line);
    }
    return row;
  }

  private double number(String field, String column, int line) {
    // pixels are short whole numbers, and files have tens of millions of them
    if (field.length() <= EXACT_DIGITS && !field.isEmpty() && isDigits(field)) {
      return Long.parseLong(field);
    }
    Optional<Decimal> number = Decimal.parse(field);
    if (number.isEmpty()) {
      throw refuse(file, line, column, "not a number: '" + field + "'", Decimal.EXPECTED);
    }
    return number.get().value();
  }

  private static boolean isDigits(String field) {
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) < '0' || field.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(List<String> fields, Path file, int line) {
    if (fields.stream().allMatch(field -> Decimal.parse(field).isPresent())) {
      throw refuse(
          file,
          line,
          "",
          "a header row of numbers",
          "column names, or 'header: false' in the case");
    }
    if (fields.stream().distinct().count() < fields.size()) {
      throw refuse(file, line, "", "a column name given twice", "each name once");
    }
    return fields;
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("column " + i);
    }
    return names;
  }

  private static List<String> fields(String content, Path file, int line) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < content.length() && content.charAt(at) == ' ') {
        at++;
      }
      int end;
      if (at < content.length() && content.charAt(at) == '"') {
        StringBuilder field = new StringBuilder();
        end = at + 1;
        while (true) {
          int quote = content.indexOf('"', end);
          if (quote < 0) {
            throw refuse(file, line, "", "a quote that is not closed", "a closing quote");
          }
          field.append(content, end, quote);
          end = quote + 1;
          if (end >= content.length() || content.charAt(end) != '"') {
            break;
          }
          field.append('"');
          end++;
        }
        fields.add(field.toString());
        while (end < content.length() && content.charAt(end) == ' ') {
          end++;
        }
        if (end < content.length() && content.charAt(end) != ',') {
          throw refuse(file, line, "", "text after a closing quote", "a comma");
        }
      } else {
        int comma = content.indexOf(',', at);
        end = comma < 0 ? content.length() : comma;
        fields.add(content.substring(at, end).strip());
      }
      if (end >= content.length()) {
        return fields;
      }
      if (fields.size() >= MAX_COLUMNS) {
        throw refuse(file, line, "", "a row too long", "at most " + MAX_COLUMNS + " fields");
      }
      at = end + 1;
    }
  }

  private static InputException refuse(
      Path file, int line, String key, String problem, String expected) {
    return new InputException(file, line, key, problem, expected, Optional.empty());
  }
}
