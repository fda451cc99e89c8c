// The bodies of Asio and Beast (BOOST_…_SEPARATE_COMPILATION): here once instead of in every file that includes them.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
