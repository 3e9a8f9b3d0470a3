package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies of strangers that never come to their end. Time is the channels' own. */
class BodyLimitsTest {
    private static final String FORM = "/fr/ville/avis/forum-sante";
    private static final String UPLOAD = "/equipe/ville/actions/plomb/images";
    private static final int LONGEST_FORM = 1 << 20;
    private static final int LONGEST_UPLOAD = 12 << 20;

    private final Arrivals arrivals = new Arrivals();
    private final SignedIn signedIn = new SignedIn();
    private final List<EmbeddedChannel> connections = new ArrayList<>();

    @AfterEach
    void hangUp() {
        connections.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    @Test
    void aBodyThatDoesNotComeToItsEndInTimeIsCut() {
        EmbeddedChannel silent = connection();
        send(silent, form(5_000));
        pass(silent, 50);
        send(silent, piece(1));
        assertTrue(silent.isOpen());
        pass(silent, 11);
        assertFalse(silent.isOpen(), "a byte now and then is not enough");
    }

    @Test
    void aSlowTelephoneHasTheTimeThatItNeeds() {
        signedIn.saw("jeton");
        EmbeddedChannel slow = connection();
        HttpRequest upload = upload("portevoix-session=jeton");
        send(slow, upload);
        for (int sent = 0; sent < LONGEST_UPLOAD; sent += 1 << 20) {
            pass(slow, 25);
            assertTrue(slow.isOpen());
            send(slow, piece(1 << 20));
        }
        send(slow, end());
        assertEquals("12582912", upload.headers().get(HttpHeaderNames.CONTENT_LENGTH), "not refused");
        pass(slow, 86_400);
        assertTrue(slow.isOpen(), "what is whole has no end of its time: it may be followed by another");
    }

    @Test
    void strangersTakeNoneOfTheTeamsUploads() {
        signedIn.saw("jeton");
        for (int stranger = 0; stranger < 10; stranger++) {
            send(connection(), upload("portevoix-session=invente-" + stranger));
        }
        for (int one = 0; one < 4; one++) {
            HttpRequest upload = upload("autre=1; portevoix-session=jeton");
            send(connection(), upload);
            assertEquals("12582912", upload.headers().get(HttpHeaderNames.CONTENT_LENGTH));
        }
        HttpRequest fifth = upload("portevoix-session=jeton");
        send(connection(), fifth);
        assertNotEquals("12582912", fifth.headers().get(HttpHeaderNames.CONTENT_LENGTH), "refused");
        connections.forEach(EmbeddedChannel::close);
        HttpRequest later = upload("portevoix-session=jeton");
        send(connection(), later);
        assertEquals("12582912", later.headers().get(HttpHeaderNames.CONTENT_LENGTH));
        HttpRequest somewhereElse = upload("portevoix-session=vue-par-une-autre-machine");
        send(connection(), somewhereElse);
        assertEquals("12582912", somewhereElse.headers().get(HttpHeaderNames.CONTENT_LENGTH));
    }

    @Test
    void halfFormsOfStrangersDoNotFillTheMemory() {
        for (int stranger = 0; stranger < 200; stranger++) {
            EmbeddedChannel half = connection();
            send(half, form(LONGEST_FORM));
            for (int sent = 0; sent < 15; sent++) {
                send(half, piece(1 << 16));
            }
        }
        long open = connections.stream().filter(EmbeddedChannel::isOpen).count();
        assertTrue(open > 20 && open < 40, open + " of 1 MB each");

        EmbeddedChannel resident = connection();
        send(resident, form(12_000));
        send(resident, piece(12_000));
        send(resident, end());
        assertTrue(resident.isOpen());
        signedIn.saw("jeton");
        EmbeddedChannel coordinator = connection();
        HttpRequest translation = form(UPLOAD, 400_000);
        translation.headers().set(HttpHeaderNames.COOKIE, "portevoix-session=jeton");
        send(coordinator, translation);
        send(coordinator, piece(400_000));
        assertTrue(coordinator.isOpen());

        connections.forEach(EmbeddedChannel::close);
        EmbeddedChannel after = connection();
        send(after, form(LONGEST_FORM));
        send(after, piece(LONGEST_FORM));
        send(after, end());
        assertTrue(after.isOpen(), "what is gone is given back");
    }

    private EmbeddedChannel connection() {
        EmbeddedChannel channel = new EmbeddedChannel(new BodyLimits(arrivals, signedIn));
        channel.freezeTime();
        connections.add(channel);
        return channel;
    }

    private static void pass(EmbeddedChannel channel, long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    /** As the site does that reads it: what came is let go. */
    private static void send(EmbeddedChannel channel, Object message) {
        if (!channel.isOpen()) {
            ReferenceCountUtil.release(message);
            return;
        }
        channel.writeInbound(message);
        for (Object read = channel.readInbound(); read != null; read = channel.readInbound()) {
            ReferenceCountUtil.release(read);
        }
    }

    private static HttpRequest form(long length) {
        return form(FORM, length);
    }

    private static HttpRequest form(String path, long length) {
        HttpRequest form = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
        form.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded");
        form.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        return form;
    }

    private static HttpRequest upload(String cookie) {
        HttpRequest upload = form(UPLOAD, LONGEST_UPLOAD);
        upload.headers().set(HttpHeaderNames.CONTENT_TYPE, "multipart/form-data; boundary=b");
        upload.headers().set(HttpHeaderNames.COOKIE, cookie);
        return upload;
    }

    private static HttpContent piece(int bytes) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private static HttpContent end() {
        return new DefaultLastHttpContent();
    }
}
