package org.portevoix.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Answers what is kept before anything else is done, on the event loop: no route, no thread, no log. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class PageCacheFilter implements Ordered {

    private final PageCache cache;
    private final PageAnswers answers;

    PageCacheFilter(PageCache cache, PageAnswers answers) {
        this.cache = cache;
        this.answers = answers;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> answer(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET) {
            return null;
        }
        String address = PageAddress.of(request);
        CachedPage page = address == null ? null : cache.find(address);
        return page == null ? null : answers.answer(request, page);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
