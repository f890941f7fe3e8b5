@echo off
set BUTIE_DROPPED=1
"%~dp0butie.exe" %*
