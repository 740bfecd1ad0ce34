package org.flowproof.flow.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.flowproof.problem.Vec;

/**
 * The times at which a run is to be read, as people write them: {@code log:1e-3:1e4:200} (first,
 * last, how many, evenly in the logarithm), {@code linear:0:50:101}, or {@code 0,1,2,5}.
 *
 * @param times strictly increasing, finite, from 0 on; at least one
 */
public record OutputTimes(Vec times) {
  /** More times than this are taken for a slip. */
  public static final int MOST = 10_000_000;

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*[.]?[0-9]+([eE][+-]?[0-9]+)?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final String FORMS =
      "log:FIRST:LAST:COUNT, linear:FIRST:LAST:COUNT, or increasing times such as 0,1,2.5";

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException when it is none, with a message for its author
   */
  public static OutputTimes parse(String text) {
    if (text.startsWith("log:")) {
      return grid(text, true);
    }
    if (text.startsWith("linear:")) {
      return grid(text, false);
    }
    if (text.contains(":")) {
      throw refuse(text, "an unknown kind of times", FORMS);
    }
    List<Double> times = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      double time = number(text, part.strip());
      if (!times.isEmpty() && time <= times.get(times.size() - 1)) {
        throw refuse(text, part.strip() + " does not exceed the time before it", FORMS);
      }
      times.add(time);
    }
    return new OutputTimes(Vec.of(times.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** SHA-256 of what is to be written of a run, lower-case hexadecimal. */
  public static String hash(OutputTimes times, List<String> columns) {
    MessageDigest digest = Sha256.digest();
    for (String column : columns) {
      digest.update((column + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (double time : times.times().toArray()) {
      digest.update(ByteBuffer.allocate(8).putDouble(time).array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static OutputTimes grid(String text, boolean logarithmic) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4) {
      throw refuse(text, parts.length - 1 + " values after the kind", FORMS);
    }
    double first = number(text, parts[1]);
    double last = number(text, parts[2]);
    if (!COUNT.matcher(parts[3]).matches()) {
      throw refuse(text, "'" + parts[3] + "' is not a count", FORMS);
    }
    int count = Integer.parseInt(parts[3]);
    if (count < 2 || count > MOST) {
      throw refuse(text, count + " times", "a count from 2 to " + MOST);
    }
    if (!(first < last)) {
      throw refuse(text, "the first time is not before the last", FORMS);
    }
    if (logarithmic && first == 0) {
      throw refuse(text, "time 0 has no logarithm", "a first time above 0, such as 1e-3");
    }
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      double share = i / (count - 1.0);
      times[i] =
          logarithmic
              ? first * Math.exp(share * Math.log(last / first))
              : first + share * (last - first);
    }
    // the ends as written, whatever rounding does
    times[count - 1] = last;
    for (int i = 1; i < count; i++) {
      if (!(times[i] > times[i - 1])) {
        throw refuse(text, "times closer together than numbers can tell", "fewer times");
      }
    }
    return new OutputTimes(Vec.of(times));
  }

  private static double number(String text, String part) {
    double value = NUMBER.matcher(part).matches() ? Double.parseDouble(part) : Double.NaN;
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refuse(text, "'" + part + "' is not a time", "numbers from 0 on; " + FORMS);
    }
    return value;
  }

  private static IllegalArgumentException refuse(String text, String problem, String expected) {
    return new IllegalArgumentException("'" + text + "': " + problem + "; expected " + expected);
  }
}
