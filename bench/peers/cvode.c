/* SUNDIALS CVODE (BDF) on one generated model, as a long-lived process: a command per line of standard input, a JSON
   object per line of standard output. What is timed is the library alone: CVodeReInit and every CVode call of a run.

     grid N t0 … tN-1 K i0 … iK-1      output times and which of them are kept
     atol a0 … an-1                    absolute tolerances
     single dense|tuned|klu RTOL REPEATS BUDGET_US
     ensemble dense|tuned|klu RTOL MEMBERS ROWS OUTPUTS    binary files of doubles
     peaks                             largest |y| of each species over all output times of the last run
*/
#define _GNU_SOURCE
#include <cvode/cvode.h>
#include <dlfcn.h>
#include <klu.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sundials/sundials_version.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

extern const int model_n, model_parameters, model_constants, model_nnz;
extern const double model_initial[], model_nominal[];
extern const int model_starts[], model_rows[];
void model_prepare(double *c);
void model_rhs(double t, const double *y, const double *c, double *out);
void model_jacobian(double t, const double *y, const double *c, double *out);

/* Distributions compile SUNDIALS for any machine, which makes its dense algebra several times slower than a build for
   this one. `dense` is the distribution's library as it is; in `tuned` the same algorithms, compiled here for this
   machine, stand in for the library's. */
static int tuned;
#define ORIGINAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

sunindextype SUNDlsMat_denseGETRF(realtype **a, sunindextype m, sunindextype n, sunindextype *p) {
  static sunindextype (*original)(realtype **, sunindextype, sunindextype, sunindextype *);
  if (!tuned) {
    if (!original)
      original = ORIGINAL(sunindextype, SUNDlsMat_denseGETRF, realtype **, sunindextype, sunindextype, sunindextype *);
    return original(a, m, n, p);
  }
  for (sunindextype k = 0; k < n; k++) {
    realtype *restrict pivots = a[k];
    sunindextype l = k;
    for (sunindextype i = k + 1; i < m; i++)
      if (fabs(pivots[i]) > fabs(pivots[l])) l = i;
    p[k] = l;
    if (pivots[l] == 0) return k + 1;
    if (l != k)
      for (sunindextype j = 0; j < n; j++) {
        realtype held = a[j][l];
        a[j][l] = a[j][k];
        a[j][k] = held;
      }
    realtype inverse = 1 / pivots[k];
    for (sunindextype i = k + 1; i < m; i++) pivots[i] *= inverse;
    for (sunindextype j = k + 1; j < n; j++) {
      realtype *restrict column = a[j];
      realtype factor = column[k];
      if (factor != 0)
        for (sunindextype i = k + 1; i < m; i++) column[i] -= factor * pivots[i];
    }
  }
  return 0;
}

void SUNDlsMat_denseGETRS(realtype **a, sunindextype n, sunindextype *p, realtype *restrict b) {
  static void (*original)(realtype **, sunindextype, sunindextype *, realtype *);
  if (!tuned) {
    if (!original) original = ORIGINAL(void, SUNDlsMat_denseGETRS, realtype **, sunindextype, sunindextype *, realtype *);
    original(a, n, p, b);
    return;
  }
  for (sunindextype k = 0; k < n; k++) {
    realtype held = b[k];
    b[k] = b[p[k]];
    b[p[k]] = held;
  }
  for (sunindextype k = 0; k < n - 1; k++) {
    const realtype *restrict column = a[k];
    const realtype known = b[k];
    for (sunindextype i = k + 1; i < n; i++) b[i] -= column[i] * known;
  }
  for (sunindextype k = n - 1; k > 0; k--) {
    const realtype *restrict column = a[k];
    const realtype known = b[k] /= column[k];
    for (sunindextype i = 0; i < k; i++) b[i] -= column[i] * known;
  }
  b[0] /= a[0][0];
}

int SUNMatCopy_Dense(SUNMatrix A, SUNMatrix B) {
  static int (*original)(SUNMatrix, SUNMatrix);
  if (!tuned) {
    if (!original) original = ORIGINAL(int, SUNMatCopy_Dense, SUNMatrix, SUNMatrix);
    return original(A, B);
  }
  memcpy(SM_DATA_D(B), SM_DATA_D(A), sizeof(realtype) * SM_LDATA_D(A));
  return 0;
}

int SUNMatScaleAddI_Dense(realtype c, SUNMatrix A) {
  static int (*original)(realtype, SUNMatrix);
  if (!tuned) {
    if (!original) original = ORIGINAL(int, SUNMatScaleAddI_Dense, realtype, SUNMatrix);
    return original(c, A);
  }
  realtype *restrict values = SM_DATA_D(A);
  for (sunindextype k = 0; k < SM_LDATA_D(A); k++) values[k] *= c;
  for (sunindextype k = 0; k < SM_COLUMNS_D(A); k++) values[k * (SM_ROWS_D(A) + 1)] += 1;
  return 0;
}

static double *constants, *times, *kept, *peaks;
static int count, five, *keep;
static N_Vector absolute;

static int rhs(realtype t, N_Vector y, N_Vector out, void *data) {
  model_rhs(t, NV_DATA_S(y), data, NV_DATA_S(out));
  return 0;
}

static int jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy, (void)a, (void)b, (void)c;
  sunindextype *starts = SM_INDEXPTRS_S(J), *rows = SM_INDEXVALS_S(J);
  for (int j = 0; j <= model_n; j++) starts[j] = model_starts[j];
  for (int k = 0; k < model_nnz; k++) rows[k] = model_rows[k];
  model_jacobian(t, NV_DATA_S(y), data, SM_DATA_S(J));
  return 0;
}

typedef struct {
  void *memory;
  N_Vector y;
  SUNMatrix A;
  SUNLinearSolver solver;
} Integrator;

static void quiet(int code, const char *module, const char *function, char *message, void *data) {
  (void)code, (void)module, (void)function, (void)message, (void)data;
}

static Integrator make(int klu, SUNContext context) {
  Integrator it;
  it.y = N_VNew_Serial(model_n, context);
  memcpy(NV_DATA_S(it.y), model_initial, sizeof(double) * model_n);
  it.memory = CVodeCreate(CV_BDF, context);
  CVodeSetErrHandlerFn(it.memory, quiet, NULL);
  CVodeInit(it.memory, rhs, 0, it.y);
  CVodeSStolerances(it.memory, 1e-6, 1e-12);
  CVodeSetUserData(it.memory, constants);
  CVodeSetMaxNumSteps(it.memory, 2000000);
  if (klu) {
    it.A = SUNSparseMatrix(model_n, model_n, model_nnz, CSC_MAT, context);
    it.solver = SUNLinSol_KLU(it.y, it.A, context);
  } else {
    it.A = SUNDenseMatrix(model_n, model_n, context);
    it.solver = SUNLinSol_Dense(it.y, it.A, context);
  }
  CVodeSetLinearSolver(it.memory, it.solver, it.A);
  if (klu) CVodeSetJacFn(it.memory, jacobian);
  return it;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e6 * (double)t.tv_sec + 1e-3 * (double)t.tv_nsec;
}

/* One run over the grid; outputs of all times go to `all`. */
static int run(Integrator *it, double *all) {
  double t = 0;
  memcpy(NV_DATA_S(it->y), model_initial, sizeof(double) * model_n);
  int status = CVodeReInit(it->memory, 0, it->y);
  int k = 0;
  if (times[0] == 0) memcpy(all, model_initial, sizeof(double) * model_n), k = 1;
  for (; k < count && status >= 0; k++) {
    status = CVode(it->memory, times[k], it->y, &t, CV_NORMAL);
    memcpy(all + (size_t)k * model_n, NV_DATA_S(it->y), sizeof(double) * model_n);
  }
  return status < 0 ? status : 0;
}

static void keepFive(const double *all) {
  for (int k = 0; k < five; k++)
    memcpy(kept + (size_t)k * model_n, all + (size_t)keep[k] * model_n, sizeof(double) * model_n);
}

static void list(const char *name, const double *values, size_t length) {
  printf("\"%s\":[", name);
  for (size_t i = 0; i < length; i++)
    if (isfinite(values[i])) printf(i ? ",%.17g" : "%.17g", values[i]);
    else printf(i ? ",null" : "null");
  printf("]");
}

int main(void) {
  SUNContext context;
  SUNContext_Create(NULL, &context);
  constants = calloc(model_constants + 1, sizeof(double));
  absolute = N_VNew_Serial(model_n, context);
  Integrator made[2] = {{0}, {0}};
  char *line = NULL;
  size_t capacity = 0;
  double *all = NULL;
  peaks = calloc(model_n, sizeof(double));
  while (getline(&line, &capacity, stdin) > 0) {
    char *word = strtok(line, " \n");
    if (!word) continue;
    if (!strcmp(word, "grid")) {
      count = atoi(strtok(NULL, " \n"));
      times = realloc(times, sizeof(double) * count);
      for (int k = 0; k < count; k++) times[k] = strtod(strtok(NULL, " \n"), NULL);
      five = atoi(strtok(NULL, " \n"));
      keep = realloc(keep, sizeof(int) * five);
      for (int k = 0; k < five; k++) keep[k] = atoi(strtok(NULL, " \n"));
      all = realloc(all, sizeof(double) * count * model_n);
      kept = realloc(kept, sizeof(double) * five * model_n);
    } else if (!strcmp(word, "atol")) {
      for (int i = 0; i < model_n; i++) NV_Ith_S(absolute, i) = strtod(strtok(NULL, " \n"), NULL);
    } else if (!strcmp(word, "version")) {
      char text[64];
      SUNDIALSGetVersion(text, sizeof text);
      printf("{\"sundials\":\"%s\",\"klu\":\"%d.%d.%d\",\"gcc\":\"%s\"}\n", text, KLU_MAIN_VERSION, KLU_SUB_VERSION,
             KLU_SUBSUB_VERSION, __VERSION__);
    } else if (!strcmp(word, "peaks")) {
      for (int i = 0; i < model_n; i++) peaks[i] = 0;
      for (int k = 0; k < count; k++)
        for (int i = 0; i < model_n; i++) peaks[i] = fmax(peaks[i], fabs(all[(size_t)k * model_n + i]));
      printf("{");
      list("peaks", peaks, model_n);
      printf("}\n");
    } else {
      int ensemble = !strcmp(word, "ensemble");
      char *mode = strtok(NULL, " \n");
      int klu = !strcmp(mode, "klu");
      tuned = !strcmp(mode, "tuned");
      double rtol = strtod(strtok(NULL, " \n"), NULL);
      if (!made[klu].memory) made[klu] = make(klu, context);
      Integrator *it = &made[klu];
      memcpy(constants, model_nominal, sizeof(double) * model_parameters);
      model_prepare(constants);
      CVodeSVtolerances(it->memory, rtol, absolute);
      int repeats = atoi(strtok(NULL, " \n"));
      if (!ensemble) {
        double budget = strtod(strtok(NULL, " \n"), NULL), spent = 0;
        double *us = malloc(sizeof(double) * repeats);
        int status = 0, k = 0;
        while (k < repeats && (k == 0 || spent < budget)) {
          double start = now();
          status = run(it, all);
          us[k] = now() - start;
          spent += us[k++];
        }
        long steps = 0;
        CVodeGetNumSteps(it->memory, &steps);
        keepFive(all);
        printf("{\"status\":%d,\"steps\":%ld,", status, steps);
        list("us", us, k);
        printf(",");
        list("outputs5", kept, (size_t)five * model_n);
        printf("}\n");
        free(us);
      } else {
        FILE *in = fopen(strtok(NULL, " \n"), "rb"), *out = fopen(strtok(NULL, " \n"), "wb");
        double total = 0;
        int failed = 0;
        for (int m = 0; in && out && m < repeats; m++) {
          if (fread(constants, sizeof(double), model_parameters, in) != (size_t)model_parameters) break;
          double start = now();
          model_prepare(constants);
          int status = run(it, all);
          total += now() - start;
          keepFive(all);
          if (status < 0) {
            failed++;
            for (int i = 0; i < five * model_n; i++) kept[i] = NAN;
          }
          fwrite(kept, sizeof(double), (size_t)five * model_n, out);
        }
        if (in) fclose(in);
        if (out) fclose(out);
        printf("{\"totalUs\":%.17g,\"failed\":%d}\n", total, failed);
      }
    }
    fflush(stdout);
  }
  return 0;
}
