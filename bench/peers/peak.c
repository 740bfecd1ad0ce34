/* Two rates of one core in 1e9 operations a CPU second, an addition or a multiplication each counted
 * once: fused multiply-adds in registers (the peak), and the right-hand side of network.c. Prints
 * "peak NAME RATE" lines. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "network.h"

/* One register of numbers a chain; twelve independent chains hide the latency of the multiply-add
 * on every current core and, with factor and term, still fit into sixteen registers. */
#ifdef __AVX512F__
enum { CHAINS = 12, LANES = 8 };
#else
enum { CHAINS = 12, LANES = 4 };
#endif

static double multiply_adds(long repetitions, double seed) {
  typedef double lanes __attribute__((vector_size(LANES * sizeof(double))));
  lanes value[CHAINS], factor, term;
  for (int i = 0; i < LANES; i++) {
    factor[i] = 1 - 1e-9 * seed;
    term[i] = 1e-9 * seed;
  }
  for (int c = 0; c < CHAINS; c++) value[c] = term * (double)c;
  for (long i = 0; i < repetitions; i++)
    for (int c = 0; c < CHAINS; c++) value[c] = value[c] * factor + term;
  double sum = 0;
  for (int c = 0; c < CHAINS; c++)
    for (int i = 0; i < LANES; i++) sum += value[c][i];
  return sum;
}

int main(int count, char **words) {
  if (count != 5) {
    fprintf(stderr, "usage: %s FOLDER n m d\n", words[0]);
    return 2;
  }
  double best = 0, sink = 0;
  for (int round = 0; round < 5; round++) {
    long repetitions = 20 * 1000 * 1000;
    double start = cpu_now();
    sink += multiply_adds(repetitions, count);
    double rate = 2.0 * CHAINS * LANES * (double)repetitions / (cpu_now() - start);
    best = fmax(best, rate);
  }
  printf("peak fma-c %.4f\n", best * 1e-9);

  network net = network_read(words[1], atoi(words[2]), atoi(words[3]), atoi(words[4]));
  size_t size = (size_t)net.m * (net.d + 1);
  double *state = calloc(size, sizeof(double)), *into = calloc(size, sizeof(double));
  double *w = npy_read(words[1], "w0.npy", (size_t)net.m * net.d);
  for (int j = 0; j < net.m; j++) state[j] = 1e-3;
  for (size_t i = 0; i < (size_t)net.m * net.d; i++) state[net.m + i] = w[i];
  best = 0;
  for (int round = 0; round < 5; round++) {
    long calls = 0;
    double start = cpu_now();
    while (cpu_now() - start < 0.5) {
      network_velocity(&net, state, into);
      sink += into[0];
      calls++;
    }
    best = fmax(best, calls * network_operations(&net) / (cpu_now() - start));
  }
  printf("peak rhs-c %.4f\n", best * 1e-9);
  fprintf(stderr, "checksum %g\n", sink);
  return 0;
}
