// SPDX-License-Identifier: Apache-2.0
#include "identity/qr.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace enact::identity {
namespace {

constexpr int kQuietZone = 4;  // modules of white around it (ISO/IEC 18004)
constexpr int kPixels = 6;     // a module's width on the screen

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// One rectangle for each run of dark modules of a row.
std::string dark_runs(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width;) {
      int end = x;
      while (end < code.width && (code.data[y * code.width + end] & 1) != 0) ++end;
      if (end > x)
        path += fmt::format("M{} {}h{}v1h-{}z", x + kQuietZone, y + kQuietZone, end - x, end - x);
      x = end + 1;
    }
  }
  return path;
}

}  // namespace

web::SafeHtml qr_svg(std::string_view text, std::string_view title) {
  if (text.size() > 1000) throw std::length_error("too long for a QR code");
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
  if (!code) throw std::runtime_error("no QR code could be made");
  const int side = code->width + 2 * kQuietZone;
  return web::SafeHtml::made_by_us(fmt::format(
      R"(<svg role="img" width="{2}" height="{2}" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
      R"(<title>{1}</title><rect width="{0}" height="{0}" fill="#fff"/><path fill="#000" d="{3}"/></svg>)",
      side, base::escape_html(title), side * kPixels, dark_runs(*code)));
}

}  // namespace enact::identity
