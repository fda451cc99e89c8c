/// The columns of news, in the order of `News`.
#pragma once

#define PLEIN_NEWS_COLUMNS "news.version, news.must_read, news.confirmed, news.reminded_at, news.affects "
