package org.portevoix.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/** Where a request comes from, told by the network and by the proxies that the operator trusts. */
@Singleton
class Visitor {

    private final SiteSettings settings;

    Visitor(SiteSettings settings) {
        this.settings = settings;
    }

    /** The network address of the visitor; never logged, never stored. */
    String address(HttpRequest<?> request) {
        String address = request.getRemoteAddress().getAddress() == null
                ? request.getRemoteAddress().getHostString()
                : request.getRemoteAddress().getAddress().getHostAddress();
        List<String> hops = request.getHeaders().getAll("X-Forwarded-For").stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(String::strip)
                .toList();
        for (int i = hops.size() - 1; i >= 0 && settings.isProxy(address); i--) {
            address = hops.get(i);
        }
        return address;
    }

    /** The address; of IPv6 its first 64 bits, since one subscriber holds all that follows (RFC 6177). */
    String network(HttpRequest<?> request) {
        String address = address(request);
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** The host, and its port if any, by which the visitor called the site. */
    String host(HttpRequest<?> request) {
        String forwarded = request.getHeaders().get("X-Forwarded-Host");
        String direct = request.getRemoteAddress().getAddress() == null
                ? ""
                : request.getRemoteAddress().getAddress().getHostAddress();
        if (forwarded != null && settings.isProxy(direct)) {
            return forwarded;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return host == null ? "" : host;
    }
}
