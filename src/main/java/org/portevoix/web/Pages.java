package org.portevoix.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reading way through the house: a page is made once, kept as finished bytes, and given to all. */
@Singleton
public class Pages {

    private static final String HTML = "text/html;charset=utf-8";

    private final PageCache cache;
    private final Drawing drawing;
    private final PageAnswers answers;

    Pages(PageCache cache, Drawing drawing, PageAnswers answers) {
        this.cache = cache;
        this.drawing = drawing;
        this.answers = answers;
    }

    /** The page of this address; {@code make} is called only when it is not kept. */
    public HttpResponse<byte[]> show(HttpRequest<?> request, Supplier<Page> make) {
        return answer(request, () -> {
            Page page = make.get();
            return new CachedPage(HTML, drawing.draw(page), page.tags(), page.until());
        });
    }

    /** The same for what is not HTML: open data, calendars. */
    public HttpResponse<byte[]> show(
            HttpRequest<?> request,
            String contentType,
            Set<String> tags,
            @Nullable Instant until,
            Supplier<String> make) {
        return answer(request, () -> new CachedPage(contentType, make.get(), tags, until));
    }

    /** The same where all of it is read only when it is not kept: nothing in it can be older than its making. */
    public HttpResponse<byte[]> give(HttpRequest<?> request, Supplier<Written> make) {
        return answer(request, () -> {
            Written written = make.get();
            return new CachedPage(written.contentType(), written.body(), written.tags(), written.until());
        });
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, Supplier<CachedPage> make) {
        String address = PageAddress.of(request);
        return answers.answer(request, address == null ? cache.once(make) : cache.get(address, make));
    }
}
