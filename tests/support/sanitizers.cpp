// Linked into every test program; read by a sanitizer, if it is built with one.
//
// An exception's reference count is atomic, but inside libstdc++, which is not compiled with ThreadSanitizer: it sees
// the last owner free what another thread has read, and not the count in between.
//
// The same for spdlog's registry: a function's static in a library of Debian's, made by whoever logs first.
extern "C" const char* __tsan_default_suppressions() {
    return "race:std::__exception_ptr::exception_ptr::_M_release\n"
           "race:spdlog::details::registry::registry\n";
}

// libpqxx 6.4.5 forgets a PGresult when the connection breaks while it prepares or runs a statement.
extern "C" const char* __lsan_default_suppressions() { return "leak:libpqxx\n"; }
