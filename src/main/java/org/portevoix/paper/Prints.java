package org.portevoix.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.portevoix.language.Messages;
import org.portevoix.web.Digests;
import org.portevoix.web.NotFound;
import org.portevoix.web.RateLimits;
import org.portevoix.web.SiteAddress;
import org.portevoix.web.SiteSettings;
import org.portevoix.web.Turns;

/** What anybody may have drawn on paper: a few at a time, and once for all who ask for the same. */
@Singleton
public class Prints {

    private static final int KEPT_BYTES = 8_000_000;
    private static final int MOST_CALLINGS = 8;
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._:\\[\\]/-]{1,200}");

    private final RateLimits limits;
    private final SiteAddress site;
    private final SiteSettings settings;
    private final Messages messages;
    private final Turns turns = new Turns();

    /** By all that stands on them: what has changed is another one, so none is ever out of date. */
    private final Cache<Object, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Object key, byte[] pdf) -> pdf.length)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    /** By which the site was called of late. */
    private final Cache<String, Boolean> callings =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(30)).build();

    Prints(RateLimits limits, SiteAddress site, SiteSettings settings, Messages messages) {
        this.limits = limits;
        this.site = site;
        this.settings = settings;
        this.messages = messages;
    }

    /** Where the site is, to be printed, without a slash at its end; NotFound when it is asked for by no plain address. */
    public String site(HttpRequest<?> request) {
        String address = site.of(request);
        if (!ADDRESS.matcher(address).matches() || !isKnown(request, address)) {
            throw new NotFound();
        }
        return address;
    }

    /** Where the operator set no address, anybody may invent one: each would be another drawing. */
    private boolean isKnown(HttpRequest<?> request, String address) {
        InetSocketAddress here = request.getServerAddress();
        if (settings.url().isPresent()
                || address.equals("http://localhost:" + here.getPort())
                || address.equals("http://" + here.getAddress().getHostAddress() + ":" + here.getPort())) {
            return true;
        }
        if (callings.getIfPresent(address) == null) {
            callings.cleanUp();
            if (callings.estimatedSize() >= MOST_CALLINGS) {
                return false;
            }
            callings.put(address, true);
        }
        return true;
    }

    /**
     * A PDF to be saved; "later" in the reader's language when too many are being drawn.
     *
     * @param standing all that stands on it: two that are equal look the same
     * @param name of the file
     */
    public HttpResponse<?> give(
            HttpRequest<?> request, String lang, Object standing, Supplier<byte[]> draw, String name) {
        return find(request, standing, draw)
                .<HttpResponse<?>>map(pdf -> give(request, pdf, name))
                .orElseGet(() -> later(lang));
    }

    private Optional<byte[]> find(HttpRequest<?> request, Object standing, Supplier<byte[]> draw) {
        byte[] known = kept.getIfPresent(standing);
        if (known != null) {
            return Optional.of(known);
        }
        if (!limits.mayDraw(request)) {
            return Optional.empty();
        }
        Optional<byte[]> drawn = turns.take(draw);
        drawn.ifPresent(pdf -> kept.put(standing, pdf));
        return drawn;
    }

    private static HttpResponse<?> give(HttpRequest<?> request, byte[] pdf, String name) {
        String etag = '"' + HexFormat.of().formatHex(Digests.sha256(pdf), 0, 16) + '"';
        String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        var response = known != null && known.contains(etag)
                ? HttpResponse.notModified()
                // To be saved: the site's Content-Security-Policy may leave a browser's own viewer blank.
                : HttpResponse.ok(pdf)
                        .contentType("application/pdf")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header("X-Robots-Tag", "noindex");
    }

    private HttpResponse<?> later(String lang) {
        return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                .contentType("text/plain;charset=utf-8")
                .header(HttpHeaders.RETRY_AFTER, "60")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(messages.say(lang, "poster.later"));
    }
}
