package org.flowproof.proof.symja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.formula.Rational;
import org.flowproof.proof.exact.Ground;
import org.flowproof.proof.exact.Grounding;

/**
 * The line protocol: prefix notation on one line, scalars renamed to {@code v1}, {@code v2}, ... so
 * that no name of ours meets a name of the computer-algebra system.
 */
public final class GroundText {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private GroundText() {}

  /** The lines of several questions, as the worker reads them. */
  public static String lines(List<Grounding.Written> questions) {
    return questions.stream().map(GroundText::write).collect(Collectors.joining("\n"));
  }

  /** One line: the differentiated expression or {@code -}, the rest, and the changes. */
  static String write(Grounding.Written written) {
    return write(written, Map.of());
  }

  /** As above, with numbers to be put in for scalars at the end. */
  static String write(Grounding.Written written, Map<String, Rational> values) {
    GroundText text = new GroundText();
    if (written.derived() == null) {
      text.out.append("- ");
    } else {
      text.ground(written.derived());
    }
    text.ground(written.rest());
    written
        .changes()
        .forEach(
            (key, change) -> {
              text.out.append("change ");
              text.ground(new Ground.Var(key));
              text.ground(change.known());
              text.ground(change.factor());
              text.ground(change.of());
            });
    values.forEach(
        (key, value) -> {
          text.out.append("value ");
          text.ground(new Ground.Var(key));
          text.ground(new Ground.Num(value));
        });
    return text.out.toString().trim();
  }

  private void ground(Ground g) {
    if (g instanceof Ground.Num n) {
      out.append(n.value()).append(' ');
    } else if (g instanceof Ground.Var v) {
      out.append(names.computeIfAbsent(v.key(), k -> "v" + (names.size() + 1))).append(' ');
    } else if (g instanceof Ground.Plus p) {
      list("+", p.parts());
    } else if (g instanceof Ground.Times t) {
      list("*", t.parts());
    } else if (g instanceof Ground.Power p) {
      out.append("^ ").append(p.exponent()).append(' ');
      ground(p.base());
    }
  }

  private void list(String sign, List<Ground> parts) {
    out.append(sign).append(' ').append(parts.size()).append(' ');
    parts.forEach(this::ground);
  }

  /** Reads what {@link #write} wrote. */
  static Question read(String line) {
    Reader reader = new Reader(line.split(" ", -1));
    Ground derived = null;
    if (reader.peek().equals("-")) {
      reader.next();
    } else {
      derived = reader.ground();
    }
    Ground rest = reader.ground();
    Map<String, Grounding.Change> changes = new LinkedHashMap<>();
    Map<String, Ground> values = new LinkedHashMap<>();
    while (reader.more()) {
      String kind = reader.next();
      String key = reader.next();
      switch (kind) {
        case "change" ->
            changes.put(
                key, new Grounding.Change(reader.ground(), reader.ground(), reader.ground()));
        case "value" -> values.put(key, reader.ground());
        default -> throw new IllegalArgumentException("unknown entry " + kind);
      }
    }
    return new Question(new Grounding.Written(derived, rest, changes), values);
  }

  /** A question with the numbers to be put in. */
  record Question(Grounding.Written written, Map<String, Ground> values) {}

  private static final class Reader {
    private final String[] tokens;
    private int at;

    Reader(String[] tokens) {
      this.tokens = tokens;
    }

    boolean more() {
      return at < tokens.length;
    }

    String peek() {
      return tokens[at];
    }

    String next() {
      return tokens[at++];
    }

    Ground ground() {
      String token = next();
      if (token.equals("+") || token.equals("*")) {
        int count = Integer.parseInt(next());
        List<Ground> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          parts.add(ground());
        }
        return token.equals("+") ? new Ground.Plus(parts) : new Ground.Times(parts);
      } else if (token.equals("^")) {
        int exponent = Integer.parseInt(next());
        return new Ground.Power(ground(), exponent);
      } else if (token.startsWith("v")) {
        return new Ground.Var(token);
      }
      String[] fraction = token.split("/", 2);
      return new Ground.Num(
          new Rational(
              new BigInteger(fraction[0]),
              fraction.length == 1 ? BigInteger.ONE : new BigInteger(fraction[1])));
    }
  }
}
