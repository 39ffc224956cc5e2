/* Stands in for the system library icuuc.dll of Windows 10, which Wine 8 lacks and Qt links to.
   Only ever put into a Wine prefix, never shipped. It knows no character set: opening a converter
   fails as documented, so Qt uses none, and the other functions are there to be linked to. */

#define U_FILE_ACCESS_ERROR 4
#define U_UNSUPPORTED_ERROR 16
#define API __declspec(dllexport)

static void fail(int *status, int code) {
    if (status)
        *status = code;
}

API void *ucnv_open(const char *name, int *status) {
    (void)name;
    fail(status, U_FILE_ACCESS_ERROR);
    return 0;
}

API const char *ucnv_getName(const void *converter, int *status) {
    (void)converter;
    fail(status, U_UNSUPPORTED_ERROR);
    return 0;
}

API const char *ucnv_getStandardName(const char *name, const char *standard, int *status) {
    (void)name, (void)standard;
    fail(status, U_UNSUPPORTED_ERROR);
    return 0;
}

API const char *ucnv_getAvailableName(int number) {
    (void)number;
    return 0;
}

API signed char ucnv_getMaxCharSize(const void *converter) {
    (void)converter;
    return 4;
}

/* Called with a converter only, and there is none. */
#define UNREACHED(name) API void name(void) {}
UNREACHED(ucnv_close)
UNREACHED(ucnv_reset)
UNREACHED(ucnv_getToUCallBack)
UNREACHED(ucnv_getFromUCallBack)
UNREACHED(ucnv_setToUCallBack)
UNREACHED(ucnv_setFromUCallBack)
UNREACHED(ucnv_cbFromUWriteUChars)
UNREACHED(ucnv_cbToUWriteUChars)
UNREACHED(ucnv_toUnicode)
UNREACHED(ucnv_fromUnicode)
UNREACHED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
UNREACHED(UCNV_TO_U_CALLBACK_SUBSTITUTE)

API int ucnv_toUCountPending(const void *converter, int *status) {
    (void)converter, (void)status;
    return 0;
}

API int ucnv_fromUCountPending(const void *converter, int *status) {
    (void)converter, (void)status;
    return 0;
}

API int ucnv_countAvailable(void) {
    return 0;
}
