package org.portevoix.account;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.seal.ActAddresses;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;
import org.portevoix.web.Forbidden;
import org.portevoix.web.FormBody;
import org.portevoix.web.SignedIn;
import org.portevoix.web.UploadedForm;

/**
 * The desk's door: nobody passes who is not signed in, and no form that is not of this session. It asks the database, so it
 * stands aside from the connections' own threads; the form has come whole before (application.yml, server-type).
 */
@ServerFilter({"/equipe", "/equipe/**"})
class DeskFilter {

    /** Of one time; with nothing after the slash it is the page of somebody signed in. */
    private static final Pattern LINK = Pattern.compile("/equipe/mot-de-passe/[^/]+");

    private static final String READING = "portevoix.desk-reading";

    private final Desks desks;
    private final SignInPages pages;
    private final ActAddresses acts;
    private final Seal seal;
    private final SignedIn signedIn;

    DeskFilter(Desks desks, SignInPages pages, ActAddresses acts, Seal seal, SignedIn signedIn) {
        this.desks = desks;
        this.pages = pages;
        this.acts = acts;
        this.seal = seal;
        this.signedIn = signedIn;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> enter(HttpRequest<?> request, @Body byte @Nullable [] body) {
        FormBody form = form(request, body);
        Optional<String> token = SessionCookie.token(request);
        Optional<Desk> desk = token.flatMap(desks::find);
        desk.ifPresent(one -> {
            request.setAttribute(Desk.ATTRIBUTE, one);
            token.ifPresent(signedIn::saw);
        });
        if (isOpenToAll(request.getPath())) {
            return null;
        }
        boolean isReading = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (desk.isEmpty()) {
            return isReading
                    ? HttpResponse.seeOther(URI.create(SignInPages.addressBefore(request)))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    : pages.signedOut(form);
        }
        if (!isReading && !isOf(desk.get(), form)) {
            throw new Forbidden();
        }
        acts.of(request, desk.get().accountId(), contract(request, desk.get())).ifPresent(deed -> {
            if (isReading) {
                request.setAttribute(READING, deed);
            } else {
                Seal.begin(request, deed);
            }
        });
        return null;
    }

    /** A list of persons leaves a line of the sealed log before it leaves the site. */
    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void sealReading(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() == HttpStatus.OK.getCode()) {
            request.getAttribute(READING, Deed.class).ifPresent(seal::recordAlone);
        }
    }

    /** The id of the contract in the address; null where none is, or none of theirs. */
    private static @Nullable Long contract(HttpRequest<?> request, Desk desk) {
        String[] path = request.getPath().split("/", 4);
        return desk.contracts().stream()
                .filter(contract -> path.length > 2 && contract.slug().equals(path[2]))
                .map(Contract::id)
                .findFirst()
                .orElse(null);
    }

    @ResponseFilter
    void keepNowhere(MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static FormBody form(HttpRequest<?> request, byte @Nullable [] body) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        return UploadedForm.isOne(type)
                ? UploadedForm.of(type, body).fields()
                : FormBody.of(body == null ? null : new String(body, StandardCharsets.UTF_8));
    }

    private static boolean isOpenToAll(String path) {
        return path.equals("/equipe/connexion")
                || path.equals(ForgottenController.ADDRESS)
                || LINK.matcher(path).matches();
    }

    private static boolean isOf(Desk desk, FormBody form) {
        return MessageDigest.isEqual(
                desk.csrf().getBytes(StandardCharsets.UTF_8), form.get("csrf").getBytes(StandardCharsets.UTF_8));
    }
}
