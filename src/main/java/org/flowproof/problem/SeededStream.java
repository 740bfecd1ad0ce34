package org.flowproof.problem;

/**
 * A stream of random numbers that is the same on every machine: SplitMix64 (Steele, Lea, Flood
 * 2014) for the bits, the polar method with {@link StrictMath} for normal deviates. The library's
 * generators do not promise their algorithms, and its {@code Math.log} may differ in the last bit.
 *
 * <p>Not safe for several threads; each use opens its own stream.
 */
public final class SeededStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spare;
  private boolean hasSpare;

  /**
   * @param seed stated by the user
   * @param purpose keeps streams apart that share a seed, such as data and initial weights
   */
  public SeededStream(long seed, Purpose purpose) {
    this.state = mix(mix(seed) + purpose.number);
  }

  /** What a stream is for. */
  public enum Purpose {
    SAMPLES(1),
    NOISE(2),
    WEIGHTS(3),
    TEST(4),
    RESAMPLES(5),
    SELECTION(6);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  /** The next 64 bits. */
  public long nextBits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform on [0, 1), a multiple of 2^-53. */
  public double nextUniform() {
    return (nextBits() >>> 11) * 0x1.0p-53;
  }

  /** Standard normal. */
  public double nextGaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    while (true) {
      double u = 2 * nextUniform() - 1;
      double v = 2 * nextUniform() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        hasSpare = true;
        return u * scale;
      }
    }
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
