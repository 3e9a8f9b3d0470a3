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
    private final RateLimits limits;
    private final Turns unkept = new Turns();

    Pages(PageCache cache, Drawing drawing, PageAnswers answers, RateLimits limits) {
        this.cache = cache;
        this.drawing = drawing;
        this.answers = answers;
        this.limits = limits;
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

    /** The same of a file that is no text, e.g. an archive. */
    public HttpResponse<byte[]> file(HttpRequest<?> request, Supplier<WrittenFile> make) {
        return answer(request, () -> {
            WrittenFile written = make.get();
            return new CachedPage(written.contentType(), written.bytes(), written.tags(), written.until());
        });
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, Supplier<CachedPage> make) {
        String address = PageAddress.of(request);
        return answers.answer(request, address == null ? unkept(request, make) : kept(request, address, make));
    }

    private CachedPage kept(HttpRequest<?> request, String address, Supplier<CachedPage> make) {
        if (PageAddress.isChosen(address) && cache.find(address) == null && !limits.mayChoose(request)) {
            throw RateLimits.tooMany();
        }
        return cache.get(address, make);
    }

    private CachedPage unkept(HttpRequest<?> request, Supplier<CachedPage> make) {
        if (!limits.mayDraw(request)) {
            throw RateLimits.tooMany();
        }
        return unkept.take(() -> cache.once(make)).orElseThrow(RateLimits::tooMany);
    }
}
