#define _POSIX_C_SOURCE 200809L
#include "network.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds(clockid_t which) {
  struct timespec t;
  clock_gettime(which, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

double now(void) { return seconds(CLOCK_MONOTONIC); }

double cpu_now(void) { return seconds(CLOCK_PROCESS_CPUTIME_ID); }

static void stop(const char *message, const char *file) {
  fprintf(stderr, "%s: %s\n", file, message);
  exit(2);
}

static void *allocate(size_t count) {
  void *memory = aligned_alloc(64, (count * sizeof(double) + 63) / 64 * 64);
  if (memory == NULL) stop("not enough memory", "network");
  return memory;
}

double *npy_read(const char *folder, const char *name, size_t count) {
  char file[4096];
  snprintf(file, sizeof file, "%s/%s", folder, name);
  FILE *in = fopen(file, "rb");
  if (in == NULL) stop("cannot be opened", file);
  unsigned char head[10];
  if (fread(head, 1, 10, in) != 10 || memcmp(head, "\x93NUMPY\x01\x00", 8) != 0)
    stop("not an NPY file of version 1.0", file);
  size_t length = head[8] + 256u * head[9];
  char text[65536];
  if (fread(text, 1, length, in) != length) stop("ends in its header", file);
  text[length] = '\0';
  if (strstr(text, "'<f8'") == NULL || strstr(text, "False") == NULL)
    stop("not little-endian doubles in C order", file);
  double *values = allocate(count);
  if (fread(values, sizeof(double), count, in) != count || fgetc(in) != EOF)
    stop("has another number of entries", file);
  fclose(in);
  return values;
}

void npy_write(const char *file, const double *values, size_t count) {
  char text[119];
  int used = snprintf(text, sizeof text,
                      "{'descr': '<f8', 'fortran_order': False, 'shape': (%zu,), }", count);
  memset(text + used, ' ', (size_t)(118 - used));
  text[117] = '\n';
  unsigned char head[10] = {0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
  FILE *out = fopen(file, "wb");
  if (out == NULL || fwrite(head, 1, 10, out) != 10 || fwrite(text, 1, 118, out) != 118 ||
      fwrite(values, sizeof(double), count, out) != count || fclose(out) != 0)
    stop("cannot be written", file);
}

network network_read(const char *folder, int n, int m, int d) {
  network net = {.n = n, .m = m, .d = d};
  double *rows = npy_read(folder, "X.npy", (size_t)n * d);
  net.x = allocate((size_t)n * d);
  for (int k = 0; k < n; k++)
    for (int i = 0; i < d; i++) net.x[(size_t)i * n + k] = rows[(size_t)k * d + i];
  free(rows);
  net.y = npy_read(folder, "y.npy", n);
  net.r = allocate(n);
  net.u = allocate(n);
  return net;
}

double network_operations(const network *net) {
  return (double)net->m * net->n * (6.0 * net->d + 2);
}

/* With d known to the compiler the loops over coordinates unroll and those over samples become
 * fused multiply-adds on whole registers. */
static inline __attribute__((always_inline)) void preactivations(const double *restrict x,
                                                                 const double *restrict w,
                                                                 double *restrict u, int n, int d) {
#pragma omp simd
  for (int k = 0; k < n; k++) {
    double sum = 0;
    for (int i = 0; i < d; i++) sum += w[i] * x[(size_t)i * n + k];
    u[k] = sum;
  }
}

static inline __attribute__((always_inline)) void outputs(const network *net, const double *state,
                                                          int d) {
  int n = net->n, m = net->m;
  const double *restrict x = net->x;
  double *restrict r = net->r;
  memset(r, 0, (size_t)n * sizeof(double));
  for (int j = 0; j < m; j++) {
    const double *restrict w = state + m + (size_t)j * d;
    double a = state[j];
#pragma omp simd
    for (int k = 0; k < n; k++) {
      double u = 0;
      for (int i = 0; i < d; i++) u += w[i] * x[(size_t)i * n + k];
      r[k] += a * (u > 0 ? u : 0.0);
    }
  }
  for (int k = 0; k < n; k++) r[k] = (net->y[k] - r[k]) / n;
}

static inline __attribute__((always_inline)) void pulls(const network *net, const double *state,
                                                        double *velocity, int d) {
  int n = net->n, m = net->m;
  const double *w = state + m, *restrict x = net->x, *restrict r = net->r;
  double *restrict u = net->u;
  for (int j = 0; j < m; j++) {
    const double *wj = w + (size_t)j * d;
    double *to = velocity + m + (size_t)j * d;
    preactivations(x, wj, u, n, d);
    double along = 0;
    for (int i = 0; i < d; i++) {
      double pull = 0;
      const double *restrict column = x + (size_t)i * n;
#pragma omp simd reduction(+ : pull)
      for (int k = 0; k < n; k++) pull += (u[k] > 0 ? r[k] : 0.0) * column[k];
      along += wj[i] * pull;
      to[i] = state[j] * pull;
    }
    velocity[j] = along;
  }
}

/* The fused form for d = 5, the dimension of most points: one pass over the samples. */
static void pulls5(const network *net, const double *state, double *velocity) {
  int n = net->n, m = net->m;
  const double *w = state + m, *restrict r = net->r;
  const double *restrict x0 = net->x, *restrict x1 = x0 + n, *restrict x2 = x1 + n,
               *restrict x3 = x2 + n, *restrict x4 = x3 + n;
  for (int j = 0; j < m; j++) {
    const double *v = w + (size_t)j * 5;
    double v0 = v[0], v1 = v[1], v2 = v[2], v3 = v[3], v4 = v[4];
    double p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0;
#pragma omp simd reduction(+ : p0, p1, p2, p3, p4)
    for (int k = 0; k < n; k++) {
      double u = v0 * x0[k] + v1 * x1[k] + v2 * x2[k] + v3 * x3[k] + v4 * x4[k];
      double g = u > 0 ? r[k] : 0.0;
      p0 += g * x0[k];
      p1 += g * x1[k];
      p2 += g * x2[k];
      p3 += g * x3[k];
      p4 += g * x4[k];
    }
    double a = state[j];
    double *to = velocity + m + (size_t)j * 5;
    velocity[j] = v0 * p0 + v1 * p1 + v2 * p2 + v3 * p3 + v4 * p4;
    to[0] = a * p0;
    to[1] = a * p1;
    to[2] = a * p2;
    to[3] = a * p3;
    to[4] = a * p4;
  }
}

void network_velocity(const network *net, const double *state, double *velocity) {
  switch (net->d) {
    case 5:
      outputs(net, state, 5);
      pulls5(net, state, velocity);
      break;
    case 10:
      outputs(net, state, 10);
      pulls(net, state, velocity, 10);
      break;
    case 20:
      outputs(net, state, 20);
      pulls(net, state, velocity, 20);
      break;
    default:
      outputs(net, state, net->d);
      pulls(net, state, velocity, net->d);
  }
}
