package org.flowproof.problem.yaml;

import java.nio.file.Path;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;
import org.flowproof.problem.RegularFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Reads a YAML 1.2 file that people exchange, accepting only what cannot surprise: one document, a
 * mapping at the top, UTF-8 (a byte-order mark and CRLF are fine), no tags, no anchors or aliases,
 * no key twice, at most {@value #MAX_BYTES} bytes, {@value #MAX_LINE} characters a line and {@value
 * #MAX_DEPTH} levels.
 */
public final class StrictYaml {
  /** Largest file, in bytes. */
  public static final int MAX_BYTES = 8 << 20;

  /**
   * Longest line, in characters. The parser takes time with the square of a line that is one word.
   */
  public static final int MAX_LINE = 1 << 20;

  /** Deepest nesting of lists and maps. */
  public static final int MAX_DEPTH = 32;

  private StrictYaml() {}

  /**
   * Reads a file.
   *
   * @param file a regular file
   * @return the mapping at the top
   * @throws InputException when the file cannot be read or is not strict YAML
   */
  public static StrictMap read(Path file) {
    byte[] bytes = RegularFile.read(file, MAX_BYTES, new Located("", file, 0, ""));
    return parse(RegularFile.decode(bytes, file), file);
  }

  /**
   * Reads a text.
   *
   * @param text YAML
   * @param file the name to use in messages
   * @throws InputException when the text is not strict YAML
   */
  public static StrictMap parse(String text, Path file) {
    refuseLongLines(text, file);
    // Events instead of the library's node composer: the composer resolves aliases and recurses
    // before anything can be refused, and an event carries its own line.
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(MAX_BYTES).build();
    try {
      YamlNode root = new TreeBuilder(file, new Parse(settings).parseString(text)).document();
      return new StrictValue(file, "", root).map();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(-1) + 1;
      throw notYaml(file, line, e.getProblem(), e);
    } catch (ReaderException e) {
      int end = Math.min(text.length(), text.offsetByCodePoints(0, safe(text, e.getPosition())));
      int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
      String point = String.format(java.util.Locale.ROOT, "U+%04X", e.getCodePoint());
      throw notYaml(file, line, "the character " + point + " is not allowed", e);
    } catch (YamlVersionException e) {
      throw notYaml(file, 1, "another version of it", e);
    } catch (YamlEngineException e) {
      throw notYaml(file, 0, e.getMessage(), e);
    }
  }

  private static void refuseLongLines(String text, Path file) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start)) {
      int stop = end < 0 ? text.length() : end;
      if (stop - start > MAX_LINE) {
        throw new InputException(
            file,
            line,
            "",
            "a line of " + (stop - start) + " characters",
            "at most " + MAX_LINE,
            Optional.empty());
      }
      start = stop + 1;
      line++;
    }
  }

  private static int safe(String text, int codePoints) {
    return Math.max(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }

  private static InputException notYaml(Path file, int line, String problem, Exception cause) {
    return new InputException(
        file, line, "", "not YAML: " + problem, "YAML 1.2", Optional.empty(), cause);
  }
}
