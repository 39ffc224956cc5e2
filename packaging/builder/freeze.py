"""Makes the folder with the program from a source, by PyInstaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.places import NAME, PACKAGING, PUBLISHER
from builder.tools import BuildFailed, say

if TYPE_CHECKING:
    from pathlib import Path

    from builder.machine import Machine
    from builder.source import Source

MANIFEST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings"
        >PerMonitorV2</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings"
        >true</longPathAware>
    </windowsSettings>
  </application>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
        processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
    </dependentAssembly>
  </dependency>
</assembly>
"""

_VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0,
                    OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
{strings}
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def version_strings(source: Source) -> dict[str, str]:
    """Return the version strings that Windows shows in an executable's properties."""
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": NAME,
        "FileVersion": source.version,
        "InternalName": NAME,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": NAME,
        "ProductVersion": source.version,
    }


def freeze(machine: Machine, source: Source, work: Path) -> Path:
    """Build the program in a work folder; the folder that holds it and nothing else."""
    say(f"Freezing {NAME} {source.version}")
    work.mkdir(parents=True, exist_ok=True)
    (work / "bhuktani.manifest").write_text(MANIFEST, "utf-8", newline="\n")
    (work / "version.txt").write_text(_version_file(source), "utf-8", newline="\n")
    output = machine.python(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"),
        *("--distpath", machine.path(work / "dist"), "--workpath", machine.path(work / "work")),
        machine.path(PACKAGING / "bhuktani.spec"),
        env={
            "BHUKTANI_SOURCE": machine.path(source.folder),
            "BHUKTANI_WORK": machine.path(work),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "SOURCE_DATE_EPOCH": str(source.made_at),
        },
    )
    folder = work / "dist" / NAME
    if not (folder / f"{NAME}.exe").is_file():
        raise BuildFailed(f"PyInstaller made no {NAME}.exe:\n{output}")
    return folder


def _version_file(source: Source) -> str:
    strings = version_strings(source).items()
    lines = ",\n".join(f"      StringStruct({name!r}, {value!r})" for name, value in strings)
    return _VERSION.format(numbers=source.four_numbers, strings=lines)
