package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of documentation as a browser builds it. */
final class DocsPageTest {
    @TempDir
    private Path folder;

    @Test
    void aBrowserShowsEveryAddressAndEveryLinkOfThePageLeadsSomewhere() throws Exception {
        var browser = new Browser(folder);
        try (var service = TestService.of(new Rules(folder.resolve("rules")).with("demo", 100))) {
            String page = browser.shows(URI.create(service.client().address() + "/docs"));

            for (String operation : OpenApi.CONTRACT.operations()) {
                assertThat(page).contains("<code>" + operation + "</code>");
            }
            var ids = Page.found(" id=\"([^\"]+)\"", page);
            assertThat(ids).containsAll(Page.found(" href=\"#([^\"]+)\"", page));
            assertThat(Page.found("<(script|link|img|iframe)\\b", page)).isEmpty();
            assertThat(Pattern.compile("\\b(null|undefined)\\b").matcher(page).find())
                    .isFalse();
        }
    }
}
