package org.portevoix.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.portevoix.web.SiteSettings;

/** The only cookie of the site, that of the team: it goes with the browser's window. */
@Singleton
class SessionCookie {

    static final String NAME = "portevoix-session";

    private final SiteSettings settings;

    SessionCookie(SiteSettings settings) {
        this.settings = settings;
    }

    /** The token that the browser sent; empty when it sent none. */
    static Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(token -> !token.isEmpty());
    }

    Cookie of(String token) {
        return Cookie.of(NAME, token)
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite(SameSite.Lax)
                .path("/equipe");
    }

    Cookie none() {
        return of("").maxAge(0);
    }
}
